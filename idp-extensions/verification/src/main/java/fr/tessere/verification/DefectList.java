package fr.tessere.verification;

import fr.tessere.protocol.bytes.Bytes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Published defects of documents (BSI TR-03135-1 §4.8.2). It can harden any result and soften few: nothing in it makes a
 * signature good that is not.
 *
 * @param issued the day of the list
 * @param defects in the order of the list
 * @param digest SHA-256 of the file, 32 bytes; empty for no list
 */
public record DefectList(LocalDate issued, List<Defect> defects, Bytes digest) {
    /** No list. */
    public static final DefectList NONE = new DefectList(LocalDate.EPOCH, List.of(), Bytes.EMPTY);

    public DefectList {
        defects = List.copyOf(defects);
    }

    /** True if there is a list. */
    public boolean isPresent() {
        return !digest.isEmpty();
    }

    /** The first defect of this kind that is about this certificate. */
    public Optional<Defect> of(Defect.Kind kind, Bytes certificate) {
        return defects.stream()
                .filter(defect -> defect.kind() == kind && defect.certificates().contains(certificate))
                .findFirst();
    }
}
