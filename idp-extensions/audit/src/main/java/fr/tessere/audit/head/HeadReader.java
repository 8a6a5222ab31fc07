package fr.tessere.audit.head;

import fr.tessere.audit.head.InvalidHeadException.Cause;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads signed heads, and relies on none but those of trusted keys. */
public final class HeadReader {
    /** Longest compact form, characters. */
    public static final int LONGEST = 1_024;

    private final List<LogKey> trusted;

    public HeadReader(Collection<LogKey> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /** Reads a compact serialization; its bytes are the only ones that this head and key can have. */
    public SignedHead read(String jws) throws InvalidHeadException {
        String[] parts = jws.length() > LONGEST ? new String[0] : jws.split("\\.", -1);
        if (parts.length != 3) {
            throw new InvalidHeadException(Cause.FORM);
        }
        Head head = Head.of(new String(decode(parts[1]), StandardCharsets.US_ASCII));
        Optional<LogKey> key = trusted.stream()
                .filter(one -> HeadForm.unsigned(one.id(), head.text()).equals(parts[0] + "." + parts[1]))
                .findFirst();
        if (key.isEmpty()) {
            throw new InvalidHeadException(Cause.OTHER_KEY);
        }
        if (!isSigned(parts[0] + "." + parts[1], decode(parts[2]), key.get())) {
            throw new InvalidHeadException(Cause.SIGNATURE);
        }
        return new SignedHead(head, jws);
    }

    /** What a head says that no trusted key signed; only for telling people what was found. */
    public Optional<Head> claim(String jws) {
        String[] parts = jws.length() > LONGEST ? new String[0] : jws.split("\\.", -1);
        try {
            return parts.length == 3
                    ? Optional.of(Head.of(new String(decode(parts[1]), StandardCharsets.US_ASCII)))
                    : Optional.empty();
        } catch (InvalidHeadException none) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(String unsigned, byte[] signed, LogKey key) {
        try {
            Signature signature = Signature.getInstance(HeadForm.ALGORITHM);
            signature.initVerify(key.key());
            signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
            return signed.length == HeadForm.SIGNATURE && signature.verify(signed);
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }

    private static byte[] decode(String part) throws InvalidHeadException {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException wrong) {
            throw new InvalidHeadException(Cause.FORM);
        }
    }
}
