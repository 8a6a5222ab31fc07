package fr.tessere.specimen.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.AccessProtocol;
import fr.tessere.specimen.authority.HashAlgorithm;
import fr.tessere.specimen.authority.SpecimenKey;
import fr.tessere.specimen.chip.ChipAuthenticationSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("BSI TR-03105-5: the reference passport, from its folder")
class DocumentFolderTest {
    private static final Path FOLDER = Path.of(System.getProperty("tessere.testdata", "none"), "bsi-tr03105-5");

    @BeforeEach
    void folderIsThere() {
        assumeTrue(Files.isDirectory(FOLDER), "no shared test data beside the clone: " + FOLDER);
    }

    @Test
    void hasEveryFileOfTheFolder() throws IOException {
        SpecimenDocument passport = Specimens.open(FOLDER);
        assertThat(passport.contents().files())
                .containsOnlyKeys(
                        FileId.COM,
                        FileId.SOD,
                        FileId.DG1,
                        FileId.DG2,
                        FileId.DG3,
                        FileId.DG4,
                        FileId.DG14,
                        FileId.DG15);
        assertThat(passport.contents().access()).containsExactly(AccessProtocol.BAC);
    }

    @Test
    void hasTheHashesThatItsSecurityObjectLists() throws IOException {
        SpecimenDocument passport = Specimens.open(FOLDER);
        String sod = passport.fileOf(FileId.SOD).toHex();
        for (FileId id : List.of(FileId.DG1, FileId.DG2, FileId.DG3, FileId.DG4, FileId.DG14)) {
            assertThat(sod)
                    .contains(HashAlgorithm.SHA_256.of(passport.fileOf(id)).toHex());
        }
    }

    @Test
    void isOpenedByTheSecretsInItsMachineReadableZone() throws IOException {
        assertThat(Specimens.open(FOLDER).mrz().information().characters()).isEqualTo("C11T002JM496081222310314");
    }

    @Test
    void hasThePrivateKeysThatFitToItsDataGroups() throws IOException {
        SpecimenDocument passport = Specimens.open(FOLDER);
        var chipKey = passport.contents().chipAuthentication().get(0);
        assertThat(chipKey.suite()).isEqualTo(ChipAuthenticationSuite.ECDH_3DES);
        assertThat(passport.fileOf(FileId.DG14).toHex())
                .contains(SpecimenKey.ofPkcs8(chipKey.privateKey()).publicKey().toHex());
        Bytes signingKey =
                passport.contents().activeAuthentication().orElseThrow().privateKey();
        assertThat(passport.fileOf(FileId.DG15))
                .isEqualTo(DataGroups.dg15(SpecimenKey.ofPkcs8(signingKey).publicKey()));
    }

    @Test
    void canBeGivenPace() throws IOException {
        SpecimenDocument passport = DocumentFolder.of(FOLDER)
                .withPace("123456", "ECDH-GM-AES-128", "brainpoolP256r1")
                .load();
        assertThat(passport.contents().access()).contains(AccessProtocol.PACE);
        assertThat(passport.fileOf(FileId.CARD_ACCESS).toHex())
                .isEqualTo("31143012060A04007F0007020204020202010202010D");
    }
}
