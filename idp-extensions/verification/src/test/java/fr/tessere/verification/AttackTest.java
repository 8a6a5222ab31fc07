package fr.tessere.verification;

import static fr.tessere.protocol.reading.RefusalCode.CHIP_ANSWER_MALFORMED;
import static fr.tessere.protocol.reading.RefusalCode.CHIP_NOT_ORIGINAL;
import static fr.tessere.protocol.reading.RefusalCode.PENDING_READING_INVALID;
import static fr.tessere.verification.Door.REQUEST;
import static fr.tessere.verification.Door.TODAY;
import static fr.tessere.verification.Door.codeOf;
import static fr.tessere.verification.Door.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.evidence.RefusedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attacker owns the reader: every byte between chip and server is his. */
class AttackTest {
    private static final int FIRST_READ = 2;

    private final Door door = new Door();
    private final ReaderAtHand reader = new ReaderAtHand(Specimens.load("french-identity-card"));

    @Nested
    @DisplayName("Chip Authentication, ICAO 9303-11 §6.2")
    class ChipAuthentication {
        @Test
        void answersOfAnEarlierReadingAreNoProof() {
            ChipAnswers recorded = reader.play(door.begin(reader).script());
            NextScript second = door.begin(reader);
            assertThat(codeOf(door.verification.resume(second.pending(), recorded, REQUEST, TODAY)))
                    .isEqualTo(CHIP_NOT_ORIGINAL);
        }

        @Test
        void answersOfTheChipOfAnotherPersonAreNoProof() {
            ReaderAtHand other = new ReaderAtHand(Specimens.load("minor-identity-card"));
            NextScript next = door.begin(reader);
            ChipAnswers answers = other.play(next.script());
            assertThat(codeOf(door.verification.resume(next.pending(), answers, REQUEST, TODAY)))
                    .isEqualTo(CHIP_NOT_ORIGINAL);
        }

        @ParameterizedTest
        @ValueSource(strings = {"9000", "6988", "6987", "6982", "6F00", "617A9000"})
        void anAnswerWithoutSecureMessagingIsNoProof(String answer) {
            assertThat(afterChanging(FIRST_READ, Bytes.ofHex(answer))).isEqualTo(CHIP_NOT_ORIGINAL);
        }

        @Test
        void everySingleBitOfAProtectedAnswerCounts() {
            NextScript next = door.begin(reader);
            ChipAnswers answers = reader.play(next.script());
            Bytes honest = answers.answers().get(FIRST_READ);
            for (int i = 0; i < honest.length(); i++) {
                byte[] changed = honest.toArray();
                changed[i] ^= 1;
                Step step = door.verification.resume(
                        next.pending(), with(answers, FIRST_READ, Bytes.of(changed)), REQUEST, TODAY);
                assertThat(codeOf(step)).as("byte %d", i).isIn(CHIP_NOT_ORIGINAL, CHIP_ANSWER_MALFORMED);
            }
        }

        @Test
        void answersLeftOutAreNoProof() {
            NextScript next = door.begin(reader);
            ChipAnswers answers = reader.play(next.script());
            for (int kept = 1; kept < answers.answers().size(); kept++) {
                ChipAnswers fewer = new ChipAnswers(1, 1, answers.answers().subList(0, kept));
                assertThat(codeOf(door.verification.resume(next.pending(), fewer, REQUEST, TODAY)))
                        .isEqualTo(CHIP_ANSWER_MALFORMED);
            }
        }

        @Test
        void moreAnswersThanCommandsAreRefused() {
            NextScript next = door.begin(reader);
            List<Bytes> more = new ArrayList<>(reader.play(next.script()).answers());
            more.add(Bytes.ofHex("9000"));
            assertThat(codeOf(door.verification.resume(next.pending(), new ChipAnswers(1, 1, more), REQUEST, TODAY)))
                    .isEqualTo(CHIP_ANSWER_MALFORMED);
        }

        @Test
        void aRefusedKeyAgreementIsNoProof() {
            NextScript next = door.begin(reader);
            ChipAnswers refused = new ChipAnswers(1, 1, List.of(Bytes.ofHex("6A80")));
            assertThat(codeOf(door.verification.resume(next.pending(), refused, REQUEST, TODAY)))
                    .isEqualTo(CHIP_NOT_ORIGINAL);
        }

        @Test
        void lengthErrorsWithoutEndComeToAnEnd() {
            Step step = door.verification.begin(reader.files(), REQUEST, TODAY);
            while (step instanceof NextScript next) {
                ChipAnswers honest = reader.play(next.script());
                List<Bytes> answers = new ArrayList<>(honest.answers().subList(0, FIRST_READ));
                answers.add(Bytes.ofHex("6700"));
                step = door.verification.resume(
                        next.pending(), new ChipAnswers(1, honest.round(), answers), REQUEST, TODAY);
            }
            assertThat(codeOf(step)).isIn(RefusalCode.ROUNDS_EXCEEDED, CHIP_ANSWER_MALFORMED);
        }

        private RefusalCode afterChanging(int index, Bytes answer) {
            NextScript next = door.begin(reader);
            List<Bytes> answers =
                    new ArrayList<>(reader.play(next.script()).answers().subList(0, index));
            answers.add(answer);
            while (answer.toHex().endsWith("9000")
                    && answers.size() < next.script().commands().size()) {
                answers.add(answer);
            }
            return codeOf(door.verification.resume(next.pending(), new ChipAnswers(1, 1, answers), REQUEST, TODAY));
        }
    }

    @Nested
    @DisplayName("Active Authentication, ICAO 9303-11 §6.1")
    class ActiveAuthentication {
        @ParameterizedTest
        @ValueSource(strings = {"passport-active-authentication", "passport-pace-ecdsa-aa"})
        void aSignatureOverAnEarlierChallengeIsNoProof(String name) {
            ReaderAtHand passport = new ReaderAtHand(Specimens.load(name));
            ChipAnswers recorded = passport.play(door.begin(passport).script());
            NextScript second = door.begin(passport);
            assertThat(codeOf(door.verification.resume(second.pending(), recorded, REQUEST, TODAY)))
                    .isEqualTo(CHIP_NOT_ORIGINAL);
        }

        @ParameterizedTest
        @ValueSource(strings = {"passport-active-authentication", "passport-pace-ecdsa-aa"})
        void dg1OfAnotherDocumentIsRefused(String name) {
            ReaderAtHand passport = new ReaderAtHand(Specimens.load(name));
            NextScript next = door.begin(passport);
            ChipAnswers answers = passport.play(next.script());
            byte[] changed = answers.answers().get(1).toArray();
            changed[20] ^= 1;
            Step step = door.verification.resume(next.pending(), with(answers, 1, Bytes.of(changed)), REQUEST, TODAY);
            assertThat(codeOf(step)).isEqualTo(RefusalCode.DATA_GROUP_DIGEST);
        }

        @ParameterizedTest
        @ValueSource(strings = {"9000", "00009000", "6985"})
        void noSignatureIsNoProof(String answer) {
            ReaderAtHand passport = new ReaderAtHand(Specimens.load("passport-active-authentication"));
            NextScript next = door.begin(passport);
            List<Bytes> answers = answer.equals("6985")
                    ? List.of(Bytes.ofHex(answer))
                    : with(passport.play(next.script()), 0, Bytes.ofHex(answer)).answers();
            assertThat(codeOf(door.verification.resume(next.pending(), new ChipAnswers(1, 1, answers), REQUEST, TODAY)))
                    .isEqualTo(CHIP_NOT_ORIGINAL);
        }
    }

    @Nested
    @DisplayName("What waits in a store")
    class Sealed {
        @Test
        void isBoundToHandleServiceAndLevel() {
            NextScript next = door.begin(reader);
            ChipAnswers answers = reader.play(next.script());
            for (ReadingRequest other : List.of(
                    new ReadingRequest("handle-2", "demo-service", "eidas1", REQUEST.wanted()),
                    new ReadingRequest("handle-1", "other-service", "eidas1", REQUEST.wanted()),
                    new ReadingRequest("handle-1", "demo-service", "eidas2", REQUEST.wanted()),
                    new ReadingRequest("handle-1demo-service", "", "eidas1", REQUEST.wanted()))) {
                assertThat(codeOf(door.verification.resume(next.pending(), answers, other, TODAY)))
                        .isEqualTo(PENDING_READING_INVALID);
            }
        }

        @Test
        void isRefusedWhenOneBitChanged() {
            NextScript next = door.begin(reader);
            ChipAnswers answers = reader.play(next.script());
            Bytes sealed = next.pending().sealed();
            for (int i = 0; i < sealed.length(); i += 37) {
                byte[] changed = sealed.toArray();
                changed[i] ^= 1;
                PendingReading pending = PendingReading.of(Bytes.of(changed));
                assertThat(codeOf(door.verification.resume(pending, answers, REQUEST, TODAY)))
                        .isEqualTo(PENDING_READING_INVALID);
            }
            assertThat(codeOf(door.verification.resume(PendingReading.of(Bytes.EMPTY), answers, REQUEST, TODAY)))
                    .isEqualTo(PENDING_READING_INVALID);
        }

        @Test
        void fitsItsOwnRoundOnly() {
            NextScript next = door.begin(reader);
            ChipAnswers answers = reader.play(next.script());
            ChipAnswers later = new ChipAnswers(1, 2, answers.answers());
            assertThat(codeOf(door.verification.resume(next.pending(), later, REQUEST, TODAY)))
                    .isEqualTo(RefusalCode.STEP_OUT_OF_ORDER);
        }

        @Test
        void aResultComesBackAsItWasAndForItsOwnRequestOnly() throws RefusedException {
            Verified verified = verified(door.read(reader));
            Bytes sealed = door.verification.seal(verified, REQUEST);
            Verified opened = door.verification.open(sealed, REQUEST);

            assertThat(opened.identity()).isEqualTo(verified.identity());
            assertThat(opened.evidence()).isEqualTo(verified.evidence());
            assertThat(opened.document()).isEqualTo(verified.document());
            ReadingRequest other = new ReadingRequest("handle-2", "demo-service", "eidas1", REQUEST.wanted());
            assertThatThrownBy(() -> door.verification.open(sealed, other)).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() ->
                            door.verification.open(door.begin(reader).pending().sealed(), REQUEST))
                    .isInstanceOf(RefusedException.class);
        }
    }

    private static ChipAnswers with(ChipAnswers answers, int index, Bytes answer) {
        List<Bytes> changed = new ArrayList<>(answers.answers());
        changed.set(index, answer);
        return new ChipAnswers(1, answers.round(), changed);
    }
}
