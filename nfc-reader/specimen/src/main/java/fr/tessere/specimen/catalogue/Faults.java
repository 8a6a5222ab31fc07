package fr.tessere.specimen.catalogue;

import fr.tessere.specimen.document.SpecimenDocument;
import java.util.HashMap;
import java.util.Map;

/**
 * The fault words that change a document. Each room of faults brings its own; a file that is changed is not signed again
 * until {@code signed} says so, which is how one tells a forged file from a badly made one.
 */
final class Faults {
    private static final Map<String, Fault> BY_NAME = byName();

    private Faults() {}

    /** What one word does to a document. */
    @FunctionalInterface
    interface Fault {
        SpecimenDocument in(SpecimenDocument document, FaultWord word);
    }

    static SpecimenDocument in(SpecimenDocument document, FaultWord word) {
        if (TrustFaults.isOne(word)) {
            return document;
        }
        Fault fault = BY_NAME.get(word.name());
        if (fault == null) {
            throw new IllegalArgumentException("no fault is called " + word.name());
        }
        return fault.in(document, word);
    }

    private static Map<String, Fault> byName() {
        Map<String, Fault> all = new HashMap<>();
        FileFaults.addTo(all);
        SigningFaults.addTo(all);
        TreeFaults.addTo(all);
        ZoneFaults.addTo(all);
        FaceFaults.addTo(all);
        InfoFaults.addTo(all);
        KeyFaults.addTo(all);
        ChipFaults.addTo(all);
        return Map.copyOf(all);
    }
}
