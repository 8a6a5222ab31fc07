package fr.tessere.verification.passive;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.TestData;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.trust.CountrySigner;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.TrustAnchors;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each mock document signer signs a document of its own with its own key, in the way its folder is named after. */
@DisplayName("Mock country and document signers of all algorithm sets (selfxyz)")
class MockPairsTest {
    private static final String FOLDER = "mock-csca-dsc-selfxyz";
    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    private static final Bytes DG1 = Bytes.of("any bytes will do".getBytes(StandardCharsets.US_ASCII));
    private static final ASN1ObjectIdentifier SECURITY_OBJECT = new ASN1ObjectIdentifier("2.23.136.1.1.1");

    /** All country signers have one name, and most of their certificates spell out their curve. */
    @Test
    void aDocumentSignerOfEachIsBelieved() throws Exception {
        Map<String, String> found = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        TrustAnchors anchors = anchors();
        for (Path set : TestData.files(FOLDER)) {
            if (trusted(set) && Files.exists(set.resolve("mock_dsc.pem"))) {
                String name = set.getFileName().toString();
                expected.put(name, scheme(name));
                found.put(name, verified(anchors, name, issuedAgain(set), key(set.resolve("mock_dsc.key"))));
            }
        }
        assertThat(found).hasSizeGreaterThan(15).isEqualTo(expected);
    }

    /** Their own certificates do not say that they sign documents (ICAO 9303-12 §7.1.1, table 6). */
    @Test
    void theirOwnCertificatesAreNoDocumentSigners() throws Exception {
        Map<String, String> found = new TreeMap<>();
        TrustAnchors anchors = anchors();
        for (Path set : TestData.files(FOLDER)) {
            Path certificate = set.resolve("mock_dsc.pem");
            if (Files.exists(certificate)) {
                String name = set.getFileName().toString();
                found.put(name, verified(anchors, name, holder(certificate), key(set.resolve("mock_dsc.key"))));
            }
        }
        assertThat(found).hasSizeGreaterThanOrEqualTo(20);
        assertThat(found.values()).containsOnly(RefusalCode.SIGNER_KEY_USAGE.word());
    }

    @Test
    void underOtherAnchorsNobodyIs() throws Exception {
        TrustAnchors none = TrustAnchors.of(List.of(), List.of(), List.of());
        Path set = TestData.path(FOLDER + "/sha512_ecdsa_secp521r1");
        assertThat(verified(none, "sha512_ecdsa_secp521r1", issuedAgain(set), key(set.resolve("mock_dsc.key"))))
                .isEqualTo(RefusalCode.SIGNER_UNTRUSTED.word());
    }

    /** The document signer's key, certified by its country signer as the standard asks for. */
    private static X509CertificateHolder issuedAgain(Path set) throws Exception {
        X509CertificateHolder issuer = holder(set.resolve("mock_csca.pem"));
        X509CertificateHolder signer = holder(set.resolve("mock_dsc.pem"));
        return new X509v3CertificateBuilder(
                        issuer.getSubject(),
                        BigInteger.TEN,
                        signer.getNotBefore(),
                        signer.getNotAfter(),
                        signer.getSubject(),
                        signer.getSubjectPublicKeyInfo())
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new AuthorityKeyIdentifier(SubjectKeyIdentifier.fromExtensions(issuer.getExtensions())
                                .getKeyIdentifier()))
                .build(new JcaContentSignerBuilder(scheme(set.getFileName().toString()))
                        .setProvider(BC)
                        .build(key(set.resolve("mock_csca.key"))));
    }

    /** The algorithm that the verification saw, or the code with which it refused. */
    private static String verified(TrustAnchors anchors, String set, X509CertificateHolder signer, PrivateKey key)
            throws Exception {
        Bytes sod = sod(set, signer, key);
        Instant at = signer.getNotBefore().toInstant().plusSeconds(86_400);
        try {
            SignedDocument document = new PassiveAuthentication(anchors, true).verify(sod, at);
            assertThat(document.signed(FileId.DG1, DG1).raw()).isEqualTo(DG1);
            return document.signatureAlgorithm();
        } catch (RefusedException refusal) {
            return refusal.code().word();
        }
    }

    private static TrustAnchors anchors() throws Exception {
        List<CountrySigner> anchors = new ArrayList<>();
        for (Path set : TestData.files(FOLDER)) {
            if (trusted(set)) {
                anchors.add(new CountrySigner(
                        SignedCertificate.parse(
                                Bytes.of(holder(set.resolve("mock_csca.pem")).getEncoded())),
                        true));
            }
        }
        return TrustAnchors.of(anchors, List.of(), List.of());
    }

    private static boolean trusted(Path set) {
        return Files.exists(set.resolve("mock_csca.pem"));
    }

    /** {@code sha256_rsapss_32_65537_2048} is SHA256withRSAandMGF1. */
    private static String scheme(String set) {
        String[] words = set.split("_");
        String family = switch (words[1]) {
            case "rsapss" -> "RSAandMGF1";
            case "rsa" -> "RSA";
            default -> "ECDSA";
        };
        return words[0].toUpperCase(Locale.ROOT) + "with" + family;
    }

    private static Bytes sod(String set, X509CertificateHolder signer, PrivateKey key) throws Exception {
        DigestAlgorithm digest = DigestAlgorithm.SHA256;
        LDSSecurityObject content = new LDSSecurityObject(
                new AlgorithmIdentifier(new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.1")), new DataGroupHash[] {
                    new DataGroupHash(1, new DEROctetString(digest.digest(DG1).toArray())),
                    new DataGroupHash(2, new DEROctetString(new byte[digest.length()]))
                });
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                        new JcaDigestCalculatorProviderBuilder().setProvider(BC).build())
                .build(new JcaContentSignerBuilder(scheme(set)).setProvider(BC).build(key), signer));
        generator.addCertificate(signer);
        byte[] message = generator
                .generate(new CMSProcessableByteArray(SECURITY_OBJECT, content.getEncoded()), true)
                .toASN1Structure()
                .getEncoded("DER");
        return Bytes.concat(header(message.length), Bytes.of(message));
    }

    /** Tag 77 and a length of two bytes. */
    private static Bytes header(int length) {
        return Bytes.of((byte) 0x77, (byte) 0x82, (byte) (length >> 8), (byte) length);
    }

    private static X509CertificateHolder holder(Path pem) throws Exception {
        try (PEMParser parser = new PEMParser(new StringReader(Files.readString(pem, StandardCharsets.US_ASCII)))) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                if (object instanceof X509CertificateHolder certificate) {
                    return certificate;
                }
            }
        }
        throw new AssertionError("no certificate in " + pem);
    }

    private static PrivateKey key(Path pem) throws Exception {
        JcaPEMKeyConverter converter = new JcaPEMKeyConverter().setProvider(BC);
        try (PEMParser parser = new PEMParser(new StringReader(Files.readString(pem, StandardCharsets.US_ASCII)))) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                if (object instanceof PEMKeyPair pair) {
                    return converter.getPrivateKey(pair.getPrivateKeyInfo());
                }
                if (object instanceof PrivateKeyInfo info) {
                    return converter.getPrivateKey(info);
                }
            }
        }
        throw new AssertionError("no key in " + pem);
    }
}
