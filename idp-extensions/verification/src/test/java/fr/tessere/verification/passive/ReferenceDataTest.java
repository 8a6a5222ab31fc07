package fr.tessere.verification.passive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.TestData;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.lds.AdditionalPersonalDetails;
import fr.tessere.verification.lds.MachineReadableZone;
import fr.tessere.verification.lds.SecurityObject;
import fr.tessere.verification.trust.CountrySigner;
import fr.tessere.verification.trust.SignatureScheme;
import fr.tessere.verification.trust.SignatureSchemes;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.TrustAnchors;
import fr.tessere.verification.trust.VerificationKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.util.Selector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Reference data of others")
class ReferenceDataTest {
    private static final int SOD_HEADER = 4;

    @Nested
    @DisplayName("examples printed in ICAO Doc 9303-10, appendix A")
    class Printed {
        @Test
        void theZoneOfThePassport() throws RefusedException {
            MachineReadableZone zone = MachineReadableZone.parse(TestData.bytes("icao-9303-10-dg/td3-dg1.bin"));
            assertThat(zone.issuingState()).isEqualTo("UTO");
            assertThat(zone.familyName()).isEqualTo("ERIKSSON");
        }

        @Test
        void theLastCheckDigitOfThePrintedCardIsWrong() {
            RefusedException refusal = catchThrowableOfType(
                    RefusedException.class,
                    () -> MachineReadableZone.parse(TestData.bytes("icao-9303-10-dg/td1-dg1.bin")));
            assertThat(refusal.code()).isEqualTo(RefusalCode.MRZ_CHECK_DIGIT);
        }

        @Test
        void details() throws RefusedException {
            AdditionalPersonalDetails details =
                    AdditionalPersonalDetails.parse(TestData.bytes("icao-9303-10-dg/dg11.bin"));
            assertThat(details.familyName()).isNotBlank();
        }
    }

    @Nested
    @DisplayName("fields in another order than the standard's")
    class Fictional {
        @Test
        void detailsAreReadAllTheSame() throws RefusedException {
            assertThat(AdditionalPersonalDetails.parse(TestData.bytes("dg-fictional/EF_DG11.bin"))
                            .familyName())
                    .isNotBlank();
        }

        /** DG12 tells of the document's making, which no level rests on: its digest is compared, its fields are not read. */
        @Test
        void aDataGroupThatNobodyReadsCountsByItsDigestAlone() throws Exception {
            SignedDocument document = passport();
            Bytes other = TestData.bytes("dg-fictional/EF_DG12.bin");
            assertThat(StrictTlv.parse(other).tag()).isEqualTo(FileId.DG12.tag());
            assertThat(catchThrowableOfType(RefusedException.class, () -> document.signed(FileId.DG12, other))
                            .code())
                    .isEqualTo(RefusalCode.DATA_GROUP_NOT_SIGNED);
            assertThat(catchThrowableOfType(RefusedException.class, () -> document.signed(FileId.DG1, other))
                            .code())
                    .isEqualTo(RefusalCode.DATA_GROUP_DIGEST);
        }

        private static SignedDocument passport() throws RefusedException {
            Bytes sod = Specimens.load("passport-active-authentication").fileOf(FileId.SOD);
            List<CountrySigner> anchors = new ArrayList<>();
            for (var signer : Specimens.authority().countrySigners().values()) {
                anchors.add(new CountrySigner(SignedCertificate.parse(signer.certificate()), true));
            }
            return new PassiveAuthentication(TrustAnchors.of(anchors, List.of(), List.of()), true)
                    .verify(sod, Instant.parse("2026-11-23T00:00:00Z"));
        }
    }

    @Nested
    @DisplayName("the Zero Knowledge Republic (zkpassport)")
    class ZeroKnowledge {
        @Test
        void itsCountrySignerSignedTheDocumentSignerAndThatOneTheDocument() throws Exception {
            CMSSignedData message = message();
            Selector<X509CertificateHolder> all = null;
            X509CertificateHolder signer =
                    message.getCertificates().getMatches(all).iterator().next();
            SignatureScheme scheme =
                    SignatureSchemes.of(signer.toASN1Structure().getSignatureAlgorithm());
            byte[] signed = signer.toASN1Structure().getTBSCertificate().getEncoded();

            scheme.require(countrySigner(), signed, signer.getSignature(), RefusalCode.SIGNER_UNTRUSTED, "the signer");

            SecurityObject object = SecurityObject.parse(
                    (byte[]) Objects.requireNonNull(message.getSignedContent()).getContent());
            Bytes zone = TestData.bytes("zkpassport/john-EF_DG1.bin");
            assertThat(object.digests().values()).contains(DigestAlgorithm.SHA256.digest(zone));
            RefusedException refusal =
                    catchThrowableOfType(RefusedException.class, () -> MachineReadableZone.parse(zone));
            assertThat(refusal.code()).as("no check digits").isEqualTo(RefusalCode.DATA_GROUP_MALFORMED);
        }

        @Test
        void theOtherFormOfTheSameDocumentIsTheSame() throws Exception {
            String form = new String(
                    TestData.bytes("zkpassport/john-miller-smith-rsa-2048-sha256.json")
                            .toArray(),
                    StandardCharsets.US_ASCII);
            Matcher encoded = Pattern.compile("\"encoded\":\\s*\"([^\"]+)\"").matcher(form);
            assertThat(encoded.find()).isTrue();
            assertThat(Bytes.ofBase64(encoded.group(1)))
                    .isEqualTo(TestData.bytes("zkpassport/john-EF_SOD.bin").from(SOD_HEADER));
        }

        private CMSSignedData message() throws Exception {
            return new CMSSignedData(TestData.bytes("zkpassport/john-EF_SOD.bin")
                    .from(SOD_HEADER)
                    .toArray());
        }

        private VerificationKey countrySigner() throws Exception {
            String keys = new String(
                    TestData.bytes("zkpassport/zkr-csca-public-keys.json").toArray(), StandardCharsets.US_ASCII);
            Matcher modulus =
                    Pattern.compile("\"modulus\":\\s*\"0x([0-9a-f]+)\"").matcher(keys);
            assertThat(modulus.find()).isTrue();
            return VerificationKey.decode(
                    new SubjectPublicKeyInfo(
                            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption),
                            new RSAPublicKey(new BigInteger(modulus.group(1), 16), BigInteger.valueOf(65_537))),
                    RefusalCode.SIGNER_MALFORMED);
        }
    }
}
