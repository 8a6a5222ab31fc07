package fr.tessere.verification;

import static fr.tessere.protocol.reading.RefusalCode.DATA_GROUP_MISSING;
import static fr.tessere.verification.Door.codeOf;
import static fr.tessere.verification.Door.verified;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.protocol.reading.ScriptCommand.Wrapping;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.specimen.chip.ChipSettings;
import fr.tessere.specimen.chip.ChipSettings.TooLarge;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.Evidence;
import fr.tessere.verification.evidence.Proof;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChipVerificationTest {
    private final Door door = new Door();

    @Nested
    @DisplayName("Documents with one fault each are refused, by their cause")
    class BadChips {
        @ParameterizedTest
        @CsvSource({
            "copied-chip, chip-not-original",
            "copied-passport-active-authentication, chip-not-original",
            "copied-passport-ecdsa-aa, chip-not-original",
            "copied-identity-card-3des, chip-not-original",
            "copied-passport-dh, chip-not-original",
            "copied-identity-card-dh-3des, chip-not-original",
            "swapped-dg1, data-group-digest",
            "changed-dg1, data-group-digest",
            "changed-dg14, data-group-digest",
            "changed-dg15, data-group-digest",
            "left-out-dg14, data-group-missing",
            "left-out-dg15, data-group-missing",
            "wrong-signature, sod-signature",
            "sod-trailing-byte, sod-trailing-bytes",
            "sod-without-certificate, signer-missing",
            "signed-by-another-state, signer-country",
            "expired-identity-card, document-expired",
        })
        void areRefused(String name, String code) {
            assertThat(codeOf(door.read(new ReaderAtHand(Specimens.load(name)))))
                    .isEqualTo(RefusalCode.ofWord(code).orElseThrow());
        }

        @ParameterizedTest
        @CsvSource({"french-identity-card, DG14", "passport-active-authentication, DG15"})
        void aReaderThatLeavesAKeyOutDoesNotMakeTheDocumentWeaker(String name, FileId left) {
            ReaderAtHand reader = new ReaderAtHand(Specimens.load(name));
            assertThat(codeOf(door.read(reader, reader.filesWithout(Set.of(left)))))
                    .isEqualTo(DATA_GROUP_MISSING);
        }

        @Test
        void aFileThatNobodySignedIsRefused() {
            UnverifiedFiles other = new ReaderAtHand(Specimens.load("passport-active-authentication")).files();
            ReaderAtHand reader = new ReaderAtHand(Specimens.load("french-identity-card")
                    .withFile(FileId.DG15, other.file(FileId.DG15).orElseThrow()));
            assertThat(codeOf(door.read(reader))).isEqualTo(RefusalCode.DATA_GROUP_NOT_SIGNED);
        }
    }

    @Nested
    @DisplayName("Honest documents")
    class HonestDocuments {
        @ParameterizedTest
        @CsvSource({
            "french-identity-card, CHIP_AUTHENTICATION, ECDH secp256r1 AES-128",
            "passport-active-authentication, ACTIVE_AUTHENTICATION, RSA-2048 ISO 9796-2 SHA-256",
            "passport-pace-ecdsa-aa, ACTIVE_AUTHENTICATION, ECDSA-256 SHA256withECDSA",
            "passport-without-clone-protection, NONE,",
            "passport-bac-chip-authentication, CHIP_AUTHENTICATION, ECDH brainpoolP224r1 3DES",
            "identity-card-3des-ca, CHIP_AUTHENTICATION, ECDH brainpoolP256r1 3DES",
            "passport-p384-aes256, CHIP_AUTHENTICATION, ECDH secp384r1 AES-256",
            "residence-permit, CHIP_AUTHENTICATION, ECDH brainpoolP384r1 AES-256",
            "minor-identity-card, CHIP_AUTHENTICATION, ECDH secp256r1 AES-128",
            "identity-card-unknown-birth-date, CHIP_AUTHENTICATION, ECDH brainpoolP256r1 AES-128",
            "identity-card-long-number, CHIP_AUTHENTICATION, ECDH brainpoolP256r1 AES-192",
            "identity-card-td2, CHIP_AUTHENTICATION, ECDH secp256r1 AES-128",
            "identity-card-two-keys, CHIP_AUTHENTICATION, ECDH secp384r1 AES-256",
            "passport-chip-and-active-authentication, CHIP_AUTHENTICATION, ECDH brainpoolP256r1 AES-128",
            "passport-dh, CHIP_AUTHENTICATION, DH RFC 5114 2048-256 AES-128",
            "identity-card-dh-3des, CHIP_AUTHENTICATION, DH RFC 5114 2048-224 3DES",
            "passport-dh-integrated, CHIP_AUTHENTICATION, DH RFC 5114 2048-256 AES-256",
            "passport-dh-two-keys, CHIP_AUTHENTICATION, DH RFC 3526 2048 AES-192",
            "identity-card-keys-of-both-kinds, CHIP_AUTHENTICATION, ECDH brainpoolP384r1 AES-192",
        })
        void areProvenInOneScriptByTheStrongestThatTheyOffer(String name, Proof proof, String algorithm) {
            ReaderAtHand reader = new ReaderAtHand(Specimens.load(name));
            Evidence evidence = verified(door.read(reader)).evidence();

            assertThat(reader.scripts).isEqualTo(1);
            assertThat(evidence.proof()).isEqualTo(proof);
            assertThat(evidence.proofAlgorithm()).isEqualTo(algorithm == null ? "" : algorithm);
            assertThat(evidence.specimen()).isTrue();
            assertThat(evidence.checks()).containsEntry(Check.SOD_SIGNATURE, CheckResult.SUCCESSFUL);
        }

        @Test
        void theReaderSeesNothingOfDg1WithChipAuthentication() {
            NextScript next = door.begin(new ReaderAtHand(Specimens.load("french-identity-card")));
            assertThat(next.script().commands().stream().map(ScriptCommand::wrapping))
                    .startsWith(Wrapping.READER, Wrapping.READER)
                    .endsWith(Wrapping.SERVER);
        }

        @ParameterizedTest
        @ValueSource(strings = {"french-identity-card", "passport-bac-chip-authentication", "passport-dh"})
        @DisplayName("BSI TR-03105-5.1 ISO7816_D_10: each reading has an ephemeral key of its own")
        void noEphemeralKeyIsUsedTwice(String name) {
            SpecimenDocument document = Specimens.load(name);
            List<ScriptCommand> once =
                    door.begin(new ReaderAtHand(document)).script().commands();
            List<ScriptCommand> again =
                    door.begin(new ReaderAtHand(document)).script().commands();

            assertThat(once).hasSameSizeAs(again);
            assertThat(once.stream().anyMatch(command -> !again.contains(command)))
                    .as("a key stands in the commands")
                    .isTrue();
        }

        @Test
        void evidenceHasNoPersonalData() {
            Verified verified = verified(door.read(new ReaderAtHand(Specimens.load("french-identity-card"))));
            assertThat(verified.evidence().toString())
                    .doesNotContain(verified.identity().familyName())
                    .doesNotContain(verified.document().number());
            assertThat(verified.identity().toString() + verified.document() + verified)
                    .doesNotContain(verified.identity().familyName())
                    .doesNotContain(verified.document().number());
        }

        @Test
        void anExpiredSpecimenIsTakenWhereTheSettingsSaySo() {
            Door lenient = new Door(Door.specimenAnchors(), new VerificationSettings(4, true));
            Verified verified = verified(lenient.read(new ReaderAtHand(Specimens.load("expired-identity-card"))));
            assertThat(verified.evidence().documentExpired()).isTrue();
        }
    }

    @Nested
    @DisplayName("Chips that give less than was asked get another script")
    class ShortAnswers {
        @ParameterizedTest
        @EnumSource(TooLarge.class)
        void aSmallerBlockIsFound(TooLarge reaction) {
            for (String name : new String[] {"french-identity-card", "passport-active-authentication"}) {
                ChipSettings small = ChipSettings.DEFAULT.withLargestAnswer(name.startsWith("french") ? 80 : 300);
                ReaderAtHand reader = new ReaderAtHand(Specimens.load(name).with(small.with(reaction)), 4_096);
                assertThat(verified(door.read(reader)).evidence().proof()).isNotEqualTo(Proof.NONE);
            }
        }

        @ParameterizedTest
        @CsvSource({"20, 2", "95, 1", "180, 1"})
        void aWrongLengthOfTheReaderIsCorrectedByTheFileItself(int claimed, int scripts) {
            ReaderAtHand reader =
                    new ReaderAtHand(Specimens.load("french-identity-card")).claimingLength(FileId.DG1, claimed);
            verified(door.read(reader));
            assertThat(reader.scripts).isEqualTo(scripts);
        }

        @Test
        void notForEver() {
            ChipSettings tiny = ChipSettings.DEFAULT.withLargestAnswer(64).with(TooLarge.WRONG_LENGTH);
            Door impatient = new Door(Door.specimenAnchors(), new VerificationSettings(1, false));
            ReaderAtHand reader =
                    new ReaderAtHand(Specimens.load("french-identity-card").with(tiny));
            assertThat(codeOf(impatient.read(reader))).isEqualTo(RefusalCode.ROUNDS_EXCEEDED);
        }

        @Test
        void extendedLengthReadsAFileAtOnce() {
            ReaderAtHand reader = new ReaderAtHand(Specimens.load("residence-permit"), 32_000);
            NextScript next = door.begin(reader);
            long reads = next.script().commands().stream()
                    .filter(command -> command.wrapping() == Wrapping.SERVER)
                    .count();
            assertThat(reads).isLessThanOrEqualTo(2);
            verified(door.read(reader));
        }
    }
}
