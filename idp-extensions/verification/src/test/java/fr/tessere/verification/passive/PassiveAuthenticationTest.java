package fr.tessere.verification.passive;

import static fr.tessere.protocol.reading.RefusalCode.DATA_GROUP_DIGEST;
import static fr.tessere.protocol.reading.RefusalCode.SIGNER_EXPIRED;
import static fr.tessere.protocol.reading.RefusalCode.SIGNER_NOT_YET_VALID;
import static fr.tessere.protocol.reading.RefusalCode.SIGNER_UNTRUSTED;
import static fr.tessere.protocol.reading.RefusalCode.SOD_VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.TestData;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.trust.CountrySigner;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.TrustAnchors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passive authentication of documents that others made (ICAO 9303-11 §5.1). */
class PassiveAuthenticationTest {
    private static final String FOLDER = "sod-etsi-and-variants/";
    private static final Instant ETSI_DAY = Instant.parse("2012-01-01T00:00:00Z");
    private static final Instant HJP_DAY = Instant.parse("2014-06-01T00:00:00Z");

    @Nested
    @DisplayName("BSI TR-03105-5.1 LDS_H, deliberate faults in EF.SOD")
    class Faults {
        @ParameterizedTest
        @CsvSource({
            "etsi-bad-signature.bin, sod-signature",
            "hjp-cms-version-1.bin, sod-version",
            "hjp-econtenttype-id-data.bin, sod-content-type",
            "hjp-not-signed-data.bin, sod-malformed",
            "hjp-trailing-byte.bin, sod-trailing-bytes",
        })
        void areRefusedByTheirCause(String file, String code) throws RefusedException {
            assertThat(codeOf(trustingBoth(), TestData.bytes(FOLDER + file), ETSI_DAY))
                    .isEqualTo(RefusalCode.ofWord(code).orElseThrow());
        }

        @Test
        void aChangedDigestOfDg1IsFoundBySignatureOrDigest() throws RefusedException {
            assertThat(codeOf(trustingBoth(), TestData.bytes(FOLDER + "etsi-bad-dg1-hash.bin"), ETSI_DAY))
                    .isEqualTo(RefusalCode.SOD_DIGEST);
        }

        @Test
        void aVersion1SignerNamedByKeyIdentifierIsRefused() throws RefusedException {
            Bytes sod = TestData.bytes("zkpassport/john-EF_SOD.bin");
            assertThat(codeOf(anchors(), sod, Instant.parse("2026-01-01T00:00:00Z")))
                    .isEqualTo(SOD_VERSION);
        }

        @Test
        void oneChangedBitAnywhereIsRefused() throws RefusedException {
            PassiveAuthentication passive = new PassiveAuthentication(trustingBoth(), false);
            Bytes sod = TestData.bytes(FOLDER + "etsi-eacaa-EF_SOD.bin");
            Bytes honest = passive.verify(sod, ETSI_DAY).signer().digest();
            List<Integer> uncounted = new ArrayList<>();
            for (int i = 0; i < sod.length(); i++) {
                byte[] changed = sod.toArray();
                changed[i] ^= 1;
                Bytes bytes = Bytes.of(changed);
                RefusedException refusal =
                        catchThrowableOfType(RefusedException.class, () -> passive.verify(bytes, ETSI_DAY));
                if (refusal == null) {
                    // nothing signs digestAlgorithms, or the signer's name (letters compared without case): no effect
                    uncounted.add(i);
                    assertThat(passive.verify(bytes, ETSI_DAY).signer().digest())
                            .isEqualTo(honest);
                }
            }
            assertThat(uncounted).allMatch(i -> i >= 26 && i <= 60 || i >= 1437 && i <= 1520);
        }
    }

    @Nested
    @DisplayName("Trust in the signer")
    class Signer {
        @Test
        void nobodyVouchesForIt() throws RefusedException {
            assertThat(codeOf(anchors(), TestData.bytes(FOLDER + "etsi-eacaa-EF_SOD.bin"), ETSI_DAY))
                    .isEqualTo(SIGNER_UNTRUSTED);
            assertThat(codeOf(anchors(), TestData.bytes("bsi-tr03105-5/EF_SOD.bin"), HJP_DAY))
                    .isEqualTo(SIGNER_UNTRUSTED);
        }

        @Test
        void beforeAndAfterItsTime() throws RefusedException {
            Bytes sod = TestData.bytes(FOLDER + "etsi-eacaa-EF_SOD.bin");
            assertThat(codeOf(trustingBoth(), sod, Instant.parse("2011-06-11T00:00:00Z")))
                    .isEqualTo(SIGNER_NOT_YET_VALID);
            assertThat(codeOf(trustingBoth(), sod, Instant.parse("2012-06-07T00:00:00Z")))
                    .isEqualTo(SIGNER_EXPIRED);
        }

        @Test
        void anExpiredSignerOfSpecimensIsTakenWhereTheSettingsSaySo() throws RefusedException {
            Bytes sod = TestData.bytes("bsi-tr03105-5/EF_SOD.bin");
            Instant today = Instant.parse("2026-11-23T00:00:00Z");
            assertThat(new PassiveAuthentication(trustingBoth(), true)
                            .verify(sod, today)
                            .signer()
                            .specimen())
                    .isTrue();
        }

        @Test
        void theVerdictIsKeptButNotItsValidity() throws RefusedException {
            PassiveAuthentication passive = new PassiveAuthentication(trustingBoth(), false);
            Bytes sod = TestData.bytes(FOLDER + "etsi-eacaa-EF_SOD.bin");
            passive.verify(sod, ETSI_DAY);
            RefusedException refusal = catchThrowableOfType(
                    RefusedException.class, () -> passive.verify(sod, Instant.parse("2013-01-01T00:00:00Z")));
            assertThat(refusal.code()).isEqualTo(SIGNER_EXPIRED);
        }
    }

    @Nested
    @DisplayName("Digests of the data groups")
    class Digests {
        @Test
        void theFilesOfThePrototypePassportAreTheSignedOnes() throws RefusedException {
            SignedDocument document = new PassiveAuthentication(trustingBoth(), false)
                    .verify(TestData.bytes(FOLDER + "etsi-eacaa-EF_SOD.bin"), ETSI_DAY);
            for (FileId file : List.of(FileId.DG1, FileId.DG14, FileId.DG15)) {
                Bytes raw = TestData.bytes(FOLDER + "etsi-eacaa-EF_" + file.name() + ".bin");
                assertThat(document.signed(file, raw).raw()).isEqualTo(raw);
                RefusedException refusal =
                        catchThrowableOfType(RefusedException.class, () -> document.signed(file, raw.from(1)));
                assertThat(refusal.code()).isEqualTo(DATA_GROUP_DIGEST);
            }
            document.requireIssuedBy("D");
            assertThat(document.signatureAlgorithm()).isEqualTo("SHA256withRSAandMGF1");
        }

        @Test
        void theFilesOfTheBsiPassportAreTheSignedOnes() throws RefusedException {
            SignedDocument document = new PassiveAuthentication(trustingBoth(), false)
                    .verify(TestData.bytes("bsi-tr03105-5/EF_SOD.bin"), HJP_DAY);
            for (int number : new int[] {1, 2, 3, 4, 14}) {
                Bytes raw = TestData.bytes("bsi-tr03105-5/Datagroup" + number + ".bin");
                document.signed(FileId.ofDataGroup(number).orElseThrow(), raw);
            }
            assertThat(document.lists(FileId.DG15)).isFalse();
        }
    }

    private static RefusalCode codeOf(TrustAnchors anchors, Bytes sod, Instant at) {
        RefusedException refusal = catchThrowableOfType(
                RefusedException.class, () -> new PassiveAuthentication(anchors, false).verify(sod, at));
        assertThat(refusal).as("refusal").isNotNull();
        return refusal.code();
    }

    /** The two document signers themselves, as specimens. */
    private static TrustAnchors trustingBoth() throws RefusedException {
        return anchors(
                TestData.bytes(FOLDER + "dsc_de_0130846f2b3e.cer"), TestData.bytes(FOLDER + "dsc_de_0142fd5cf927.cer"));
    }

    private static TrustAnchors anchors(Bytes... certificates) throws RefusedException {
        List<CountrySigner> anchors = new ArrayList<>();
        for (Bytes certificate : certificates) {
            anchors.add(new CountrySigner(SignedCertificate.parse(certificate), true));
        }
        return TrustAnchors.of(anchors, List.of(), List.of());
    }
}
