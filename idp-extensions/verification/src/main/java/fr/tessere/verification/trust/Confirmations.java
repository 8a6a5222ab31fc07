package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * The certificates that the operator compared and confirmed: file {@value #FILE} of the trust folder, one SHA-256
 * fingerprint a line in 64 hexadecimal digits (colons between bytes are passed over), behind it a note. Lines that begin
 * with {@code #} are notes.
 */
final class Confirmations {
    static final String FILE = "confirmed";

    private static final int DIGITS = 64;

    private final Set<Bytes> digests;
    private final boolean all;

    private Confirmations(Set<Bytes> digests, boolean all) {
        this.digests = digests;
        this.all = all;
    }

    static Confirmations none() {
        return new Confirmations(Set.of(), false);
    }

    /** For a person who names a folder for one question: whatever lies in it was confirmed by that. */
    static Confirmations everything() {
        return new Confirmations(Set.of(), true);
    }

    /** Reads the file; one line that is none of this kind, and nothing in it counts. */
    static Confirmations parse(Bytes file) throws UnusableException {
        Set<Bytes> digests = new HashSet<>();
        int number = 0;
        for (String line : new String(file.toArray(), StandardCharsets.UTF_8).split("\r?\n", -1)) {
            number++;
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                String digits = text.split("\\s", 2)[0].replace(":", "");
                UnusableException.require(
                        digits.length() == DIGITS && digits.matches("[0-9A-Fa-f]+"),
                        TrustFault.MALFORMED,
                        "line %d is no SHA-256 fingerprint".formatted(number));
                digests.add(Bytes.ofHex(digits));
            }
        }
        return new Confirmations(Set.copyOf(digests), false);
    }

    /** These, and others that were confirmed elsewhere. */
    Confirmations and(Set<Bytes> more) {
        Set<Bytes> both = new HashSet<>(digests);
        both.addAll(more);
        return new Confirmations(Set.copyOf(both), all);
    }

    /** True if whatever lies in the folder counts as confirmed. */
    boolean isEverything() {
        return all;
    }

    boolean has(SignedCertificate certificate) {
        return all || digests.contains(certificate.digest());
    }

    int size() {
        return digests.size();
    }
}
