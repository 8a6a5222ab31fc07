package fr.tessere.verification.trust;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.DSA;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.DSASigner;
import org.bouncycastle.crypto.signers.ECDSASigner;

/**
 * One way to sign: RSA PKCS#1 v1.5 and RSA-PSS (computed by the JDK), ECDSA and DSA (by Bouncy Castle).
 *
 * @param kind the family
 * @param digest of what is signed
 * @param maskDigest of the mask generation, RSA-PSS only; else the same as digest
 * @param saltLength bytes, RSA-PSS only; else 0
 */
public record SignatureScheme(Kind kind, DigestAlgorithm digest, DigestAlgorithm maskDigest, int saltLength) {
    /** Families of signatures. */
    public enum Kind {
        RSA_PKCS1,
        RSA_PSS,
        /** SEQUENCE of r and s. */
        ECDSA,
        /** r and s one behind the other, each as long as the group order (BSI TR-03111). */
        ECDSA_PLAIN,
        /** SEQUENCE of r and s, of old documents. */
        DSA
    }

    /** A scheme without parameters of its own. */
    public static SignatureScheme of(Kind kind, DigestAlgorithm digest) {
        return new SignatureScheme(kind, digest, digest, 0);
    }

    /** The name in receipts, for example {@code SHA256withECDSA}, {@code SHA256withRSAandMGF1}. */
    public String word() {
        String family = switch (kind) {
            case RSA_PKCS1 -> "RSA";
            case RSA_PSS -> "RSAandMGF1";
            case ECDSA, ECDSA_PLAIN -> "ECDSA";
            case DSA -> "DSA";
        };
        return digest.jcaName().replace("-", "") + "with" + family;
    }

    /** Refuses with this code unless the signature over the bytes is the key's. */
    public void require(VerificationKey key, byte[] signed, byte[] signature, RefusalCode code, String what)
            throws RefusedException {
        boolean right = Guarded.parse(code, what, () -> verify(key, signed, signature));
        RefusedException.require(right, code, () -> what + " does not verify (" + word() + ")");
    }

    private boolean verify(VerificationKey key, byte[] signed, byte[] signature)
            throws GeneralSecurityException, RefusedException {
        return switch (kind) {
            case RSA_PKCS1, RSA_PSS -> verifyRsa(key.rsa().orElseThrow(), signed, signature);
            case ECDSA, ECDSA_PLAIN -> verifyEc(key.ec().orElseThrow(), signed, signature);
            case DSA -> verify(new DSASigner(), key.dsa().orElseThrow(), signed, numbers(signature));
        };
    }

    private boolean verifyRsa(RSAPublicKey key, byte[] signed, byte[] signature) throws GeneralSecurityException {
        Signature check;
        if (kind == Kind.RSA_PSS) {
            check = Signature.getInstance("RSASSA-PSS", "SunRsaSign");
            check.setParameter(new PSSParameterSpec(
                    digest.jcaName(), "MGF1", new MGF1ParameterSpec(maskDigest.jcaName()), saltLength, 1));
        } else {
            check = Signature.getInstance(word(), "SunRsaSign");
        }
        check.initVerify(key);
        check.update(signed);
        return check.verify(signature);
    }

    private boolean verifyEc(ECPublicKeyParameters key, byte[] signed, byte[] signature) {
        int size = (key.getParameters().getN().bitLength() + 7) / 8;
        if (kind == Kind.ECDSA) {
            return verify(new ECDSASigner(), key, signed, numbers(signature));
        }
        return signature.length == 2 * size
                && verify(
                        new ECDSASigner(),
                        key,
                        signed,
                        List.of(new BigInteger(1, signature, 0, size), new BigInteger(1, signature, size, size)));
    }

    /** r and s; refuses trailing bytes and integers that are not in shortest form. */
    private static List<BigInteger> numbers(byte[] signature) {
        ASN1Sequence pair = ASN1Sequence.getInstance(signature);
        if (pair.size() != 2) {
            throw new IllegalArgumentException("a signature of " + pair.size() + " numbers, expected 2");
        }
        return List.of(
                ASN1Integer.getInstance(pair.getObjectAt(0)).getValue(),
                ASN1Integer.getInstance(pair.getObjectAt(1)).getValue());
    }

    private boolean verify(DSA signer, CipherParameters key, byte[] signed, List<BigInteger> numbers) {
        signer.init(false, key);
        return signer.verifySignature(digest.digest(signed), numbers.get(0), numbers.get(1));
    }
}
