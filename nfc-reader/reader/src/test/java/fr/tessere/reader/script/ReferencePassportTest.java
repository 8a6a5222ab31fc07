package fr.tessere.reader.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.AccessProtocol;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.reader.access.AccessKey;
import fr.tessere.reader.access.CardAccessNumber;
import fr.tessere.reader.access.MrzKey;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.socket.SocketLink;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.DocumentFolder;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.link.ChipServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("BSI TR-03105-5 reference passport, over TCP")
class ReferencePassportTest {
    private static final Path FOLDER = Path.of(System.getProperty("tessere.testdata"), "bsi-tr03105-5");
    private static final MrzKey MRZ = new MrzKey("C11T002JM", "960812", "231031");

    private final ChipReading reading = new ChipReading(new SecureRandom());

    @BeforeEach
    void requireFolder() {
        assumeTrue(Files.isDirectory(FOLDER), "skipped: the shared test data is not there");
    }

    @Test
    void isReadThroughBac() throws Exception {
        SpecimenDocument passport = DocumentFolder.of(FOLDER).load();
        assertThat(read(passport, MRZ).access()).isEqualTo(AccessProtocol.BAC);
    }

    @Test
    void isReadThroughPace() throws Exception {
        SpecimenDocument passport = DocumentFolder.of(FOLDER)
                .withPace("123456", "ECDH-GM-AES-256", "brainpoolP384r1")
                .load();
        assertThat(read(passport, new CardAccessNumber("123456")).access()).isEqualTo(AccessProtocol.PACE);
        assertThat(read(passport, MRZ).access()).isEqualTo(AccessProtocol.PACE);
    }

    @Test
    void saysWhatItOffers() throws Exception {
        SpecimenDocument passport = DocumentFolder.of(FOLDER).load();
        try (ChipServer server = ChipServer.start(new SoftwareChip(passport.contents()));
                CardChannel channel = connect(server)) {
            ChipOffer offer = reading.inspect(channel, Optional.of(MRZ), ProgressListener.NONE);
            assertThat(offer.access()).containsExactly("BAC");
            ChipOffer.Insight insight = offer.insight().orElseThrow();
            assertThat(insight.dataGroups())
                    .containsExactlyInAnyOrder(FileId.DG1, FileId.DG2, FileId.DG3, FileId.DG4, FileId.DG14);
            assertThat(insight.chipAuthentication()).isEqualTo(List.of("CA-ECDH-3DES-CBC-CBC brainpoolP224r1"));
            assertThat(insight.activeAuthentication()).isEmpty();
        }
    }

    private UnverifiedFiles read(SpecimenDocument passport, AccessKey key) throws Exception {
        try (ChipServer server = ChipServer.start(new SoftwareChip(passport.contents()));
                CardChannel channel = connect(server)) {
            OpenedChip chip = reading.open(channel, key, ProgressListener.NONE);
            UnverifiedFiles files = chip.readFiles(Set.of(FileId.DG1, FileId.DG2, FileId.DG3, FileId.DG11));
            assertThat(files.sod()).isEqualTo(passport.fileOf(FileId.SOD));
            assertThat(files.file(FileId.DG14)).isEqualTo(passport.file(FileId.DG14));
            assertThat(files.file(FileId.DG15)).as("not listed in EF.SOD").isEmpty();
            assertThat(files.lengths()).as("DG3 is closed").isEqualTo(Map.of(FileId.DG1, 93, FileId.DG2, 15083));
            return files;
        }
    }

    private static CardChannel connect(ChipServer server) throws Exception {
        return SocketLink.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), Duration.ofSeconds(5));
    }
}
