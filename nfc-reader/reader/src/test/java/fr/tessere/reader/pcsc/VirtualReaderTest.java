package fr.tessere.reader.pcsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.reader.access.CardAccessNumber;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.script.ChipReading;
import fr.tessere.reader.script.OpenedChip;
import fr.tessere.reader.script.ProgressListener;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.specimen.link.VirtualReaderLink;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A specimen behind pcscd and the virtual reader, where they run")
class VirtualReaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PcscReaders readers = new PcscReaders();
    private final SpecimenDocument document = Specimens.load("french-identity-card");
    private final CardAccessNumber can = new CardAccessNumber(document.can().orElseThrow());

    @BeforeEach
    void requireReader() {
        try {
            assumeTrue(readers.names().stream().anyMatch(name -> name.contains("Virtual PCD")));
        } catch (ReadingException none) {
            assumeTrue(false, "skipped: no virtual PC/SC reader runs here");
        }
    }

    @Test
    void readsAfterEachReset() throws Exception {
        try (VirtualReaderLink chip = VirtualReaderLink.connect(new SoftwareChip(document.contents()));
                CardChannel channel = readers.connect(Optional.of("Virtual PCD 00 00"), PATIENCE)) {
            assertThat(chip.isConnected()).isTrue();
            ChipReading reading = new ChipReading(new SecureRandom());
            for (int time = 0; time < 2; time++) {
                OpenedChip opened = reading.open(channel, can, ProgressListener.NONE);
                UnverifiedFiles files = opened.readFiles(Set.of(FileId.DG1));
                assertThat(files.sod()).isEqualTo(document.fileOf(FileId.SOD));
                assertThat(files.largestAnswer()).isGreaterThan(256);
            }
        }
    }

    @Test
    void losesTheCardAndFindsItAgain() throws Exception {
        ChipReading reading = new ChipReading(new SecureRandom());
        VirtualReaderLink chip = VirtualReaderLink.connect(new SoftwareChip(document.contents()));
        try (CardChannel channel = readers.connect(Optional.of("Virtual PCD 00 00"), PATIENCE)) {
            OpenedChip opened = reading.open(channel, can, ProgressListener.NONE);
            chip.close();
            assertThat(codeOf(() -> opened.readFiles(Set.of()))).isEqualTo(RefusalCode.CHIP_LOST);
            chip = VirtualReaderLink.connect(new SoftwareChip(document.contents()));
            assertThat(opened.readFiles(Set.of()).sod()).isEqualTo(document.fileOf(FileId.SOD));
        } finally {
            chip.close();
        }
    }

    @Test
    void saysThatThereIsNoCard() {
        assertThat(codeOf(() -> readers.connect(Optional.of("Virtual PCD 00 01"), Duration.ofMillis(300))))
                .isEqualTo(RefusalCode.CARD_MISSING);
    }

    @Test
    void saysThatThereIsNoSuchReader() {
        assertThat(codeOf(() -> readers.connect(Optional.of("no such reader"), PATIENCE)))
                .isEqualTo(RefusalCode.READER_MISSING);
    }

    private static RefusalCode codeOf(Attempt attempt) {
        try {
            attempt.run();
        } catch (ReadingException refused) {
            return refused.code();
        }
        throw new AssertionError("accepted");
    }

    private interface Attempt {
        void run() throws ReadingException;
    }
}
