package fr.tessere.verification.passive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.TestData;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.lds.AdditionalPersonalDetails;
import fr.tessere.verification.lds.MachineReadableZone;
import fr.tessere.verification.lds.SecurityObject;
import fr.tessere.verification.trust.SignatureScheme;
import fr.tessere.verification.trust.SignatureSchemes;
import fr.tessere.verification.trust.VerificationKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
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
