package fr.tessere.specimen.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.FileId;
import fr.tessere.specimen.authority.CountrySigner;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessable;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Every profile makes a document that Bouncy Castle, which wrote none of it, verifies")
class ProfilesTest {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    static List<String> profiles() {
        return Specimens.profiles();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void isSignedAndChainsToASpecimenCountrySigner(String profile) throws Exception {
        SpecimenDocument document = Specimens.load(profile);
        CMSSignedData sod = signedData(document.fileOf(FileId.SOD));
        assertThat(sod.getVersion()).isEqualTo(3);
        assertThat(sod.getSignedContentTypeOID()).isEqualTo("2.23.136.1.1.1");
        SignerInformation signer = sod.getSignerInfos().getSigners().iterator().next();
        X509CertificateHolder certificate = (X509CertificateHolder)
                sod.getCertificates().getMatches(null).iterator().next();
        assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                        .setProvider(PROVIDER)
                        .build(certificate)))
                .isTrue();
        assertThat(issuers(certificate)).hasSize(1);
        Date signingTime = Date.from(document.signing().time());
        assertThat(certificate.isValidOn(signingTime)).isTrue();
        String zone = document.mrz().text();
        String country =
                certificate.getSubject().getRDNs()[0].getFirst().getValue().toString();
        assertThat(country).isEqualTo(zone.startsWith("FRA", 2) ? "FR" : "UT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pace-cam-only", "identity-card-cam-and-ca"})
    void signsTheKeyOfChipAuthenticationMappingTwice(String profile) throws Exception {
        SpecimenDocument document = Specimens.load(profile);
        CMSSignedData security =
                new CMSSignedData(document.fileOf(FileId.CARD_SECURITY).toArray());
        assertThat(security.getSignedContentTypeOID()).isEqualTo("0.4.0.127.0.7.3.2.1");
        SignerInformation signer =
                security.getSignerInfos().getSigners().iterator().next();
        X509CertificateHolder certificate = (X509CertificateHolder)
                security.getCertificates().getMatches(null).iterator().next();
        assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                        .setProvider(PROVIDER)
                        .build(certificate)))
                .isTrue();
        byte[] infos = (byte[]) security.getSignedContent().getContent();
        byte[] cardAccess = document.fileOf(FileId.CARD_ACCESS).toArray();
        byte[] dg14 = StrictTlv.parse(FileId.DG14.tag(), document.fileOf(FileId.DG14))
                .value()
                .toArray();
        assertThat(List.of(ASN1Set.getInstance(dg14).toArray()))
                .containsAll(List.of(ASN1Set.getInstance(infos).toArray()));
        assertThat(List.of(ASN1Set.getInstance(infos).toArray()))
                .containsAll(List.of(ASN1Set.getInstance(cardAccess).toArray()))
                .hasSizeGreaterThan(ASN1Set.getInstance(cardAccess).size());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void hashesExactlyTheDataGroupsOnTheChip(String profile) throws Exception {
        SpecimenDocument document = Specimens.load(profile);
        CMSProcessable content = signedData(document.fileOf(FileId.SOD)).getSignedContent();
        LDSSecurityObject hashes =
                LDSSecurityObject.getInstance(ASN1Sequence.getInstance((byte[]) content.getContent()));
        int listed = 0;
        for (DataGroupHash group : hashes.getDatagroupHash()) {
            FileId id = FileId.ofDataGroup(group.getDataGroupNumber()).orElseThrow();
            assertThat(Bytes.of(group.getDataGroupHashValue().getOctets()))
                    .as(id.word())
                    .isEqualTo(document.signing().hash().of(document.fileOf(id)));
            listed++;
        }
        assertThat(listed)
                .isEqualTo(document.contents().files().keySet().stream()
                        .filter(id -> id.dataGroupNumber().isPresent())
                        .count());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void isTheSameEachTime(String profile) {
        assertThat(Specimens.load(profile).contents().files())
                .isEqualTo(Specimens.load(profile).contents().files());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void hasFilesThatAreOneObjectEach(String profile) throws TlvException {
        for (Map.Entry<FileId, Bytes> file :
                Specimens.load(profile).contents().files().entrySet()) {
            StrictTlv.parse(file.getKey().tag(), file.getValue());
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void drawsAFaceOfUsualSize(String profile) {
        assertThat(Specimens.load(profile).fileOf(FileId.DG2).length()).isBetween(10_000, 16_000);
    }

    private static CMSSignedData signedData(Bytes sod) throws CMSException, TlvException {
        return new CMSSignedData(StrictTlv.parse(FileId.SOD.tag(), sod).value().toArray());
    }

    private static List<CountrySigner> issuers(X509CertificateHolder certificate) {
        return Specimens.authority().countrySigners().values().stream()
                .filter(signer -> signed(signer, certificate))
                .toList();
    }

    private static boolean signed(CountrySigner signer, X509CertificateHolder certificate) {
        try {
            X509CertificateHolder issuer =
                    new X509CertificateHolder(signer.certificate().toArray());
            assertThat(issuer.getSerialNumber()).isGreaterThan(BigInteger.ONE);
            return issuer.getSubject().equals(certificate.getIssuer())
                    && certificate.isSignatureValid(new JcaContentVerifierProviderBuilder()
                            .setProvider(PROVIDER)
                            .build(issuer));
        } catch (org.bouncycastle.cert.CertException mismatch) {
            return false;
        } catch (IOException | OperatorCreationException | java.security.cert.CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
