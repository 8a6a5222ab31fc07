package fr.tessere.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.DocumentVerification;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.lds.ActiveAuthenticationKey;
import fr.tessere.verification.lds.AdditionalPersonalDetails;
import fr.tessere.verification.lds.FaceImageReader;
import fr.tessere.verification.lds.MachineReadableZone;
import fr.tessere.verification.lds.SecurityInfos;
import fr.tessere.verification.lds.SecurityObject;
import fr.tessere.verification.passive.PassiveAuthentication;
import fr.tessere.verification.passive.SignedDocument;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Files of a chip that nobody signed, or somebody who should not")
class SignedFilesFuzzTest {
    private static final DocumentVerification DOOR = new DocumentVerification(Seeds.anchors());
    private static final PassiveAuthentication PASSIVE = new PassiveAuthentication(Seeds.anchors(), false);
    private static final SignedDocument MAPPING = verified(Specimens.load("pace-cam-only"));

    @MethodSource
    @FuzzTest
    void securityObjectFile(byte[] file) {
        Bounds.hold(() -> DOOR.verify(Bytes.of(file), Map.of(), Seeds.TODAY));
    }

    static Stream<byte[]> securityObjectFile() {
        return Seeds.files(FileId.SOD);
    }

    @MethodSource
    @FuzzTest
    void signedContent(byte[] content) {
        Bounds.hold(() -> SecurityObject.parse(content));
    }

    static Stream<byte[]> signedContent() {
        return Seeds.signedContents();
    }

    @MethodSource
    @FuzzTest
    void cardAccess(byte[] file) {
        Bounds.hold(() -> SecurityInfos.ofCardAccess(Bytes.of(file)));
    }

    static Stream<byte[]> cardAccess() {
        return Seeds.files(FileId.CARD_ACCESS);
    }

    @MethodSource
    @FuzzTest
    void cardSecurity(byte[] file) {
        Bounds.hold(() -> PASSIVE.cardSecurity(Bytes.of(file), MAPPING, Seeds.TODAY));
    }

    static Stream<byte[]> cardSecurity() {
        return Seeds.files(FileId.CARD_SECURITY);
    }

    @MethodSource
    @FuzzTest
    void dataGroup1(byte[] file) {
        Bounds.hold(() -> MachineReadableZone.parse(Bytes.of(file)));
    }

    static Stream<byte[]> dataGroup1() {
        return Seeds.files(FileId.DG1);
    }

    @MethodSource
    @FuzzTest
    void dataGroup2(byte[] file) {
        Bounds.hold(() -> FaceImageReader.read(Bytes.of(file)));
    }

    static Stream<byte[]> dataGroup2() {
        return Seeds.files(FileId.DG2);
    }

    @MethodSource
    @FuzzTest
    void dataGroup11(byte[] file) {
        Bounds.hold(() -> AdditionalPersonalDetails.parse(Bytes.of(file)));
    }

    static Stream<byte[]> dataGroup11() {
        return Seeds.files(FileId.DG11);
    }

    @MethodSource
    @FuzzTest
    void dataGroup14(byte[] file) {
        Bounds.hold(() -> SecurityInfos.parse(Bytes.of(file)));
    }

    static Stream<byte[]> dataGroup14() {
        return Seeds.files(FileId.DG14);
    }

    @MethodSource
    @FuzzTest
    void dataGroup15(byte[] file) {
        Bounds.hold(() -> ActiveAuthenticationKey.parse(Bytes.of(file)));
    }

    static Stream<byte[]> dataGroup15() {
        return Seeds.files(FileId.DG15);
    }

    private static SignedDocument verified(SpecimenDocument document) {
        try {
            return PASSIVE.verify(document.fileOf(FileId.SOD), Seeds.TODAY);
        } catch (RefusedException refusal) {
            throw new AssertionError("a specimen was refused", refusal);
        }
    }
}
