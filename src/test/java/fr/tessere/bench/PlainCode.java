package fr.tessere.bench;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.TrustAnchors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.KeyAgreement;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.jmrtd.lds.SODFile;

/**
 * The same proofs in the few lines that one writes first: jMRTD's reader, Java's certificates, no provider named, nothing
 * kept. Secure messaging is left out, and so is every check but the cryptographic ones. What these lines cost is what the
 * product saves.
 */
final class PlainCode {
    private final byte[] sod;
    private final byte[] infos;
    private final byte[] dataGroup;
    private final byte[] chipKey;
    private final byte[] countrySigner;

    PlainCode(DocumentRead read, TrustAnchors anchors) throws Exception {
        sod = read.files().sod().toArray();
        infos = read.infos().toArray();
        dataGroup = read.dataGroup().toArray();
        chipKey = named(read.chipKey());
        SignedCertificate signer = SignedCertificate.parse(Bytes.of(new SODFile(new ByteArrayInputStream(sod))
                .getDocSigningCertificate()
                .getEncoded()));
        countrySigner =
                anchors.candidates(signer).get(0).certificate().encoded().toArray();
    }

    boolean passive() throws Exception {
        SODFile file = new SODFile(new ByteArrayInputStream(sod));
        X509Certificate signer = again(file.getDocSigningCertificate().getEncoded());
        signer.verify(again(countrySigner).getPublicKey());
        Signature check =
                Signature.getInstance(file.getSignerInfoDigestAlgorithm().replace("-", "") + "withECDSA");
        check.initVerify(signer.getPublicKey());
        check.update(file.getEContent());
        MessageDigest digest = MessageDigest.getInstance(file.getDigestAlgorithm());
        return check.verify(file.getEncryptedDigest())
                && MessageDigest.isEqual(
                        digest.digest(infos), file.getDataGroupHashes().get(14))
                && MessageDigest.isEqual(
                        digest.digest(dataGroup), file.getDataGroupHashes().get(1));
    }

    int chip() throws Exception {
        PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(chipKey));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(((ECPublicKey) key).getParams());
        KeyPair own = generator.generateKeyPair();
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own.getPrivate());
        agreement.doPhase(key, true);
        return agreement.generateSecret().length;
    }

    /** Java's own classes read no key that spells its curve out, as chips do: here it has the curve's name. */
    private static byte[] named(ECPublicKeyParameters key) throws IOException {
        ASN1ObjectIdentifier curve = key.getParameters().getN().bitLength() > 256
                ? SECObjectIdentifiers.secp384r1
                : SECObjectIdentifiers.secp256r1;
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve);
        return new SubjectPublicKeyInfo(algorithm, key.getQ().getEncoded(false)).getEncoded();
    }

    private static X509Certificate again(byte[] certificate) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
    }
}
