package fr.tessere.reader.script;

import static fr.tessere.reader.script.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.reader.access.AccessKey;
import fr.tessere.reader.card.ChipInHand;
import fr.tessere.specimen.chip.ChipSettings;
import fr.tessere.specimen.chip.ChipSettings.TooLarge;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What a reader reads before it asks the server")
class ReadingFilesTest {
    private static final Set<FileId> WANTED = Set.of(FileId.DG1, FileId.DG2, FileId.DG11);

    private final ChipReading reading = new ChipReading(new SecureRandom());

    static Stream<String> profiles() {
        return Specimens.profiles().stream();
    }

    static Stream<Arguments> sizesAndReactions() {
        return Stream.of("french-identity-card", "passport-active-authentication")
                .flatMap(profile -> Stream.of(112, 160, 224, 256, 2048)
                        .flatMap(size ->
                                Stream.of(TooLarge.values()).map(reaction -> Arguments.of(profile, size, reaction))));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void readsWhatTheSecurityObjectLists(String profile) throws Exception {
        SpecimenDocument document = Specimens.load(profile);
        UnverifiedFiles files = read(new ChipInHand(document), document);
        requireAsOnChip(document, files);
    }

    @ParameterizedTest(name = "{0}: answers of {1} bytes, {2}")
    @MethodSource("sizesAndReactions")
    void readsFromChipsThatGiveLess(String profile, int size, TooLarge reaction) throws Exception {
        SpecimenDocument document = Specimens.load(profile)
                .with(ChipSettings.DEFAULT.withLargestAnswer(size).with(reaction));
        UnverifiedFiles files = read(new ChipInHand(document), document);
        requireAsOnChip(document, files);
        // a chip of 2048 may not have been asked for more than that
        int most = size > 256 ? 4096 : size;
        assertThat(files.largestAnswer()).isBetween(Math.min(size, 256) / 2, most);
    }

    @ParameterizedTest(name = "{0}: answers of {1} bytes, {2}, session ended")
    @MethodSource("sizesAndReactions")
    void opensAgainWhenTheChipEndsTheSession(String profile, int size, TooLarge reaction) throws Exception {
        SpecimenDocument document = Specimens.load(profile)
                .with(ChipSettings.DEFAULT.withLargestAnswer(size).with(reaction));
        UnverifiedFiles files = read(new ChipInHand(document).endingSessionOnTooLarge(), document);
        requireAsOnChip(document, files);
    }

    @Test
    void staysWithinWhatTheReaderCarries() throws Exception {
        SpecimenDocument document = Specimens.load("french-identity-card");
        ChipInHand chip = new ChipInHand(document).overLink(256);
        UnverifiedFiles files = read(chip, document);
        requireAsOnChip(document, files);
        assertThat(files.largestAnswer()).isEqualTo(256);
        assertThat(chip.answers()).allMatch(answer -> answer.length() <= 258);
    }

    @Test
    void needsFewCommands() throws Exception {
        SpecimenDocument document = Specimens.load("french-identity-card");
        ChipInHand chip = new ChipInHand(document);
        OpenedChip opened = reading.open(chip, Keys.can(document), ProgressListener.NONE);
        opened.readFiles(Set.of(FileId.DG1));
        // EF.CardAccess, 5 of PACE, SELECT, EF.SOD, DG14, length of DG1
        assertThat(opened.cost().apdus()).isEqualTo(10);
    }

    @Test
    void toleratesALostCardAtEveryCommand() throws Exception {
        SpecimenDocument document = Specimens.load("french-identity-card");
        ChipInHand whole = new ChipInHand(document);
        read(whole, document);
        List<Integer> notLost = new ArrayList<>();
        for (int after = 0; after < whole.instructions().size(); after++) {
            ChipInHand chip = new ChipInHand(document).leavingAfter(after);
            if (codeOf(() -> read(chip, document)) != RefusalCode.CHIP_LOST) {
                notLost.add(after);
            }
            requireAsOnChip(document, read(chip, document));
        }
        assertThat(notLost).isEmpty();
    }

    @Test
    void goesOnWithTheSameOpenedChipAfterALoss() throws Exception {
        SpecimenDocument document = Specimens.load("french-identity-card");
        ChipInHand chip = new ChipInHand(document);
        OpenedChip opened = reading.open(chip, Keys.can(document), ProgressListener.NONE);
        chip.leavingAfter(1);
        assertThat(codeOf(() -> opened.readFiles(WANTED))).isEqualTo(RefusalCode.CHIP_LOST);
        requireAsOnChip(document, opened.readFiles(WANTED));
    }

    @Test
    void leavesOutAFileThatIsListedAndNotThere() throws Exception {
        SpecimenDocument document = Specimens.load("french-identity-card").without(FileId.DG14);
        assertThat(read(new ChipInHand(document), document).file(FileId.DG14)).isEmpty();
    }

    @Test
    void refusesAChipWithoutSecurityObject() {
        SpecimenDocument document = Specimens.load("french-identity-card").without(FileId.SOD);
        assertThat(codeOf(() -> read(new ChipInHand(document), document))).isEqualTo(RefusalCode.CHIP_FAILED);
    }

    @Test
    void refusesAFileThatIsCutOff() {
        SpecimenDocument document = Specimens.load("french-identity-card").withFileCutTo(FileId.SOD, 300);
        assertThat(codeOf(() -> read(new ChipInHand(document), document))).isEqualTo(RefusalCode.CHIP_FAILED);
    }

    private UnverifiedFiles read(ChipInHand chip, SpecimenDocument document)
            throws fr.tessere.reader.card.ReadingException {
        AccessKey key = document.can().isPresent() ? Keys.can(document) : Keys.mrz(document);
        return reading.open(chip, key, ProgressListener.NONE).readFiles(WANTED);
    }

    private static void requireAsOnChip(SpecimenDocument document, UnverifiedFiles files) {
        for (FileId file : List.of(FileId.CARD_ACCESS, FileId.CARD_SECURITY, FileId.SOD, FileId.DG14, FileId.DG15)) {
            assertThat(files.file(file)).as(file.word()).isEqualTo(document.file(file));
        }
        Map<FileId, Integer> lengths = new java.util.EnumMap<>(FileId.class);
        for (FileId file : WANTED) {
            document.file(file).ifPresent(bytes -> lengths.put(file, bytes.length()));
        }
        assertThat(files.lengths()).isEqualTo(lengths);
    }
}
