package fr.tessere.verification;

import static fr.tessere.protocol.reading.RefusalCode.CARD_ACCESS_DIFFERS;
import static fr.tessere.protocol.reading.RefusalCode.CARD_SECURITY_MALFORMED;
import static fr.tessere.protocol.reading.RefusalCode.CARD_SECURITY_MISSING;
import static fr.tessere.protocol.reading.RefusalCode.CHIP_NOT_ORIGINAL;
import static fr.tessere.verification.Door.REQUEST;
import static fr.tessere.verification.Door.TODAY;
import static fr.tessere.verification.Door.codeOf;
import static fr.tessere.verification.Door.verified;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ScriptCommand.Wrapping;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.Evidence;
import fr.tessere.verification.evidence.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** PACE with Chip Authentication Mapping run by the server, ICAO 9303-11 §4.4.3.3.3 and §4.4.3.5. */
class RemotePaceTest {
    private final Door door = new Door();
    private final SpecimenDocument document = Specimens.load("pace-cam-only");
    private final ReaderAtHand reader = new ReaderAtHand(document);
    private final PaceReading reading = new PaceReading(door, document);

    @Nested
    @DisplayName("A chip that proves itself in no other way")
    class TheOriginal {
        @Test
        void isProvenInThreeScripts() {
            Evidence evidence = verified(door.read(reader)).evidence();

            assertThat(reader.scripts).isEqualTo(3);
            assertThat(evidence.proof()).isEqualTo(Proof.PACE_CHIP_AUTHENTICATION_MAPPING);
            assertThat(evidence.proofAlgorithm()).isEqualTo("PACE-CAM ECDH brainpoolP256r1 AES-128");
            assertThat(evidence.checks())
                    .containsEntry(Check.CHIP_AUTHENTICATION_MAPPING, CheckResult.SUCCESSFUL)
                    .containsEntry(Check.CHIP_AUTHENTICATION, CheckResult.NOT_SUPPORTED)
                    .containsEntry(Check.CARD_ACCESS, CheckResult.SUCCESSFUL);
        }

        @Test
        void isAskedInItsOwnChannelAndTheReaderNeverSeesDg1() {
            List<ChipScript> scripts = new ArrayList<>();
            Step step = door.verification.begin(reader.files(), REQUEST, TODAY);
            while (step instanceof NextScript next) {
                scripts.add(next.script());
                step = door.verification.resume(next.pending(), reader.play(next.script()), REQUEST, TODAY);
            }
            assertThat(scripts).noneMatch(ChipScript::reopen);
            assertThat(PaceReading.wrappings(scripts.get(0)))
                    .containsExactly(Wrapping.PASSWORD, Wrapping.NONCE, Wrapping.PLAIN);
            assertThat(PaceReading.wrappings(scripts.get(1))).containsExactly(Wrapping.PLAIN);
            assertThat(PaceReading.wrappings(scripts.get(2)))
                    .startsWith(Wrapping.PLAIN, Wrapping.SERVER, Wrapping.SERVER);
            assertThat(PaceReading.wrappings(scripts.get(2))).doesNotContain(Wrapping.READER);
        }

        @Test
        void isProvenByChipAuthenticationWhereItHasThatToo() {
            ReaderAtHand both = new ReaderAtHand(Specimens.load("identity-card-cam-and-ca"));
            assertThat(verified(door.read(both)).evidence().proof()).isEqualTo(Proof.CHIP_AUTHENTICATION);
            assertThat(both.scripts).isEqualTo(1);
        }

        @Test
        void isProvenFromTheBeginningWhereTheCardLeftTheField() {
            NextScript first = door.begin(reader);
            NextScript second = reading.next(first, reader.play(first.script()));
            NextScript again = reading.next(second, PaceReading.answers(second, Bytes.ofHex("6F00")));
            assertThat(again.script().round()).isEqualTo(3);
            assertThat(PaceReading.wrappings(again.script())).startsWith(Wrapping.PASSWORD);
            assertThat(again.script().commands())
                    .doesNotContainAnyElementsOf(List.of(PaceReading.mappingCommand(first)));

            Step step = again;
            while (step instanceof NextScript next) {
                step = door.verification.resume(next.pending(), reader.play(next.script()), REQUEST, TODAY);
            }
            assertThat(verified(((Decided) step).verdict()).evidence().proof())
                    .isEqualTo(Proof.PACE_CHIP_AUTHENTICATION_MAPPING);
        }

        @Test
        void isGivenUpWhenItIsLostAgainAndAgain() {
            Step step = door.verification.begin(reader.files(), REQUEST, TODAY);
            for (int i = 0; i < 8 && step instanceof NextScript next; i++) {
                boolean first = PaceReading.wrappings(next.script()).contains(Wrapping.PASSWORD);
                ChipAnswers answers =
                        first ? reader.play(next.script()) : PaceReading.answers(next, Bytes.ofHex("6F00"));
                step = door.verification.resume(next.pending(), answers, REQUEST, TODAY);
            }
            assertThat(codeOf(step)).isEqualTo(RefusalCode.ROUNDS_EXCEEDED);
        }
    }

    @Nested
    @DisplayName("A chip or reader that does not hold the signed key")
    class TheCopy {
        @Test
        void isRefusedWhenItsMappingKeyIsAnothers() {
            assertThat(codeOf(door.read(new ReaderAtHand(document.copied())))).isEqualTo(CHIP_NOT_ORIGINAL);
        }

        @Test
        void isRefusedWhenItLiesAboutTheNonce() {
            assertThat(reading.afterChanging(0, 1, honest -> Bytes.ofHex("7C128010" + "00".repeat(16) + "9000")))
                    .isEqualTo(CHIP_NOT_ORIGINAL);
        }

        /** The forgery that works against a reader's own PACE: mapping key {@code c * PK}, and {@code c} as its proof. */
        @Test
        void isRefusedWhenItsMappingKeyIsAMultipleOfTheSignedOne() {
            Bytes staticKey = MappingForgery.multipleOfSignedKey(document, 7);
            Bytes answer = Bytes.concat(
                    new StrictTlv(0x7C, new StrictTlv(0x82, staticKey).encode()).encode(), Bytes.ofHex("9000"));
            assertThat(reading.afterChanging(0, 2, honest -> answer)).isEqualTo(CHIP_NOT_ORIGINAL);
        }

        @Test
        void isRefusedWhenItReplaysTheAnswersOfAnEarlierReading() {
            NextScript recorded = door.begin(reader);
            ChipAnswers first = reader.play(recorded.script());
            ChipAnswers second = reader.play(reading.next(recorded, first).script());

            NextScript fresh = reading.next(door.begin(reader), first);
            NextScript confirmation = reading.next(fresh, second);
            assertThat(codeOf(reading.resume(confirmation, reader.play(confirmation.script()))))
                    .isEqualTo(CHIP_NOT_ORIGINAL);
        }
    }

    @Nested
    @DisplayName("EF.CardSecurity and EF.CardAccess, TR-03105-5.1 LDS_J and ISO7816_G_39, G_40")
    class SignedInfos {
        @Test
        void cannotBeLeftOut() {
            assertThat(codeOf(door.read(reader, reader.filesWithout(Set.of(FileId.CARD_SECURITY)))))
                    .isEqualTo(CARD_SECURITY_MISSING);
            assertThat(codeOf(door.read(reader, reader.filesWithout(Set.of(FileId.CARD_ACCESS)))))
                    .isEqualTo(CARD_ACCESS_DIFFERS);
            assertThat(codeOf(door.read(reader, reader.filesWithout(Set.of(FileId.DG14)))))
                    .isEqualTo(RefusalCode.DATA_GROUP_MISSING);
        }

        @Test
        void ofAnotherChipAreNoProof() {
            SpecimenDocument other = Specimens.load("identity-card-cam-and-ca");
            SpecimenDocument swapped = document.withFile(
                    FileId.CARD_SECURITY, other.file(FileId.CARD_SECURITY).orElseThrow());
            assertThat(codeOf(door.read(new ReaderAtHand(swapped))))
                    .isIn(CARD_ACCESS_DIFFERS, CARD_SECURITY_MALFORMED, CHIP_NOT_ORIGINAL);
        }

        @Test
        void areRefusedWhenABitIsChanged() {
            Bytes honest = document.file(FileId.CARD_SECURITY).orElseThrow();
            // the algorithms in front of the content are not signed, and are not used
            int content = honest.toHex().indexOf("04007F0007030201") / 2;
            List<Integer> accepted = new ArrayList<>();
            for (int i = 0; i < honest.length(); i += 3) {
                SpecimenDocument changed = document.withFile(FileId.CARD_SECURITY, PaceReading.flipped(honest, i));
                Step step = door.verification.begin(new ReaderAtHand(changed).files(), REQUEST, TODAY);
                if (step instanceof NextScript) {
                    accepted.add(i);
                } else {
                    assertThat(codeOf(step).word()).as("byte %d", i).matches("card-security-.*|signer-.*");
                }
            }
            // nor is the kind of text in the name by which the signer is found
            int name = honest.toHex().lastIndexOf("5504061302") / 2;
            assertThat(accepted).allMatch(at -> at < content || at >= name && at < name + 100);
        }

        @Test
        void areRefusedWithBytesBehindThem() {
            SpecimenDocument longer = document.withFile(
                    FileId.CARD_SECURITY,
                    Bytes.concat(document.file(FileId.CARD_SECURITY).orElseThrow(), Bytes.ofHex("00")));
            assertThat(codeOf(door.read(new ReaderAtHand(longer)))).isEqualTo(CARD_SECURITY_MALFORMED);
        }

        @Test
        void areRefusedWhenTheyAreASecurityObjectInstead() {
            SpecimenDocument other = document.withFile(
                    FileId.CARD_SECURITY,
                    document.file(FileId.SOD).orElseThrow().from(4));
            assertThat(codeOf(door.read(new ReaderAtHand(other)))).isEqualTo(CARD_SECURITY_MALFORMED);
        }
    }
}
