package fr.tessere.specimen.document;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.specimen.authority.SecurityObjectWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What can be wrong with a specimen; the words stand in {@code bad-chips.json}. */
enum Fault {
    NONE(document -> document),
    /** Every file is right, the private keys are not. */
    COPIED(SpecimenDocument::copied),
    /** DG1 of the same State, properly signed, but of another document. */
    DG1_OF_ANOTHER(document -> document.withDataGroup1Of(Specimens.load("minor-identity-card"))),
    DG1_CHANGED(document -> document.withOneBitFlippedIn(FileId.DG1)),
    DG2_CHANGED(document -> document.withOneBitFlippedIn(FileId.DG2)),
    DG14_CHANGED(document -> document.withOneBitFlippedIn(FileId.DG14)),
    DG15_CHANGED(document -> document.withOneBitFlippedIn(FileId.DG15)),
    /** The security object lists it, the chip does not have it: Chip Authentication shall not be asked for. */
    DG14_LEFT_OUT(document -> document.without(FileId.DG14)),
    DG15_LEFT_OUT(document -> document.without(FileId.DG15)),
    SOD_LEFT_OUT(document -> document.without(FileId.SOD)),
    SOD_SIGNATURE_WRONG(document -> document.withOneBitFlippedIn(FileId.SOD)),
    SOD_TRAILING_BYTE(document -> document.withBytesBehind(FileId.SOD, Bytes.of((byte) 0))),
    SOD_WITHOUT_CERTIFICATE(document -> signedIn(document, SecurityObjectWriter::withoutCertificate)),
    SOD_WITHOUT_SIGNED_ATTRIBUTES(document -> signedIn(document, SecurityObjectWriter::withoutSignedAttributes)),
    /** The document says FRA, its signer says UT. */
    SIGNED_BY_ANOTHER_STATE(document -> document.signedBy(Specimens.authority().signer("utopia")));

    private final UnaryOperator<SpecimenDocument> change;

    Fault(UnaryOperator<SpecimenDocument> change) {
        this.change = change;
    }

    /** The word used in {@code bad-chips.json}, for example {@code dg14-left-out}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Fault ofWord(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault is called " + word));
    }

    /** The document with this fault. */
    SpecimenDocument in(SpecimenDocument document) {
        return change.apply(document);
    }

    private static SpecimenDocument signedIn(SpecimenDocument document, UnaryOperator<SecurityObjectWriter> form) {
        return document.signedBy(Specimens.authority().signer(document.signing().signer()), form);
    }
}
