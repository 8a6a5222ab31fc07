package fr.tessere.specimen.catalogue;

import java.util.HashMap;
import java.util.Map;

/** The fault words that change what a verifier trusts, not the document. Their names begin with {@code trust-}. */
final class TrustFaults {
    private static final Map<String, Fault> BY_NAME = byName();

    private TrustFaults() {}

    /** What one word does to a trust folder. */
    @FunctionalInterface
    interface Fault {
        TrustFiles in(TrustFiles files, FaultWord word);
    }

    static boolean isOne(FaultWord word) {
        return word.name().startsWith("trust-");
    }

    static TrustFiles in(TrustFiles files, FaultWord word) {
        if (!isOne(word)) {
            return files;
        }
        Fault fault = BY_NAME.get(word.name());
        if (fault == null) {
            throw new IllegalArgumentException("no fault is called " + word.name());
        }
        return fault.in(files, word);
    }

    private static Map<String, Fault> byName() {
        Map<String, Fault> all = new HashMap<>();
        all.put("trust-without", (files, word) -> files.without(word.argument(0) + ".cer"));
        // nothing but the country signers: in particular no revocation list
        all.put("trust-usual", (files, word) -> files);
        TrustWords.addTo(all);
        StateWords.addTo(all);
        return Map.copyOf(all);
    }
}
