package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.Proof;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.evidence.Weakness;
import fr.tessere.verification.lds.ActiveAuthenticationKey;
import fr.tessere.verification.trust.SignatureScheme;
import fr.tessere.verification.trust.SignatureScheme.Kind;
import fr.tessere.verification.trust.SignatureSchemes;
import fr.tessere.verification.trust.VerificationKey;
import java.util.EnumSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * How this chip signs a challenge: RSA with ISO 9796-2, or ECDSA with the digest that DG14 names (ICAO 9303-11 §6.1.2). RSA
 * needs 1,024 bits at least, and a key below 2,048 bits is noted, as is SHA-1; elliptic curves need 224 bits.
 */
final class ChallengeSignature {
    private static final int SMALLEST_ORDER = 224;

    private final VerificationKey key;
    private final String signatureOid;

    private ChallengeSignature(VerificationKey key, String signatureOid) {
        this.key = key;
        this.signatureOid = signatureOid;
    }

    static ChallengeSignature of(ActiveAuthenticationKey signed, String signatureOid) throws RefusedException {
        VerificationKey key = VerificationKey.decode(signed.key(), RefusalCode.CHIP_KEY_MALFORMED);
        if (key.ec().isPresent()) {
            int bits = key.ec().get().getParameters().getN().bitLength();
            RefusedException.require(bits >= SMALLEST_ORDER, RefusalCode.CHIP_KEY_WEAK, "a curve of " + bits + " bits");
            RefusedException.require(
                    !signatureOid.isEmpty(),
                    RefusalCode.CHIP_ALGORITHM,
                    "dg15 has an ECDSA key, dg14 does not say how it signs");
        }
        return new ChallengeSignature(key, signatureOid);
    }

    /** Bytes of a signature. */
    int length() {
        return key.rsa().map(rsa -> (rsa.getModulus().bitLength() + 7) / 8).orElseGet(() -> 2 * orderLength());
    }

    /** The original chip; refuses {@code chip-not-original} what its key did not sign. */
    OriginalChip verify(Bytes challenge, Bytes signature) throws RefusedException {
        Set<Weakness> weaknesses = EnumSet.noneOf(Weakness.class);
        if (key.rsa().isPresent()) {
            DigestAlgorithm digest = RecoverySignature.verify(key.rsa().get(), challenge, signature);
            if (key.isShortRsa()) {
                weaknesses.add(Weakness.SHORT_RSA_KEY);
            }
            noteOld(digest, weaknesses);
            int bits = key.rsa().get().getModulus().bitLength();
            return new OriginalChip(
                    Proof.ACTIVE_AUTHENTICATION, "RSA-" + bits + " ISO 9796-2 " + digest.jcaName(), weaknesses);
        }
        SignatureScheme scheme = scheme(signature);
        scheme.require(
                key,
                challenge.toArray(),
                signature.toArray(),
                RefusalCode.CHIP_NOT_ORIGINAL,
                "the signature over the challenge");
        noteOld(scheme.digest(), weaknesses);
        int bits = key.ec().orElseThrow().getParameters().getN().bitLength();
        return new OriginalChip(Proof.ACTIVE_AUTHENTICATION, "ECDSA-" + bits + " " + scheme.word(), weaknesses);
    }

    private static void noteOld(DigestAlgorithm digest, Set<Weakness> weaknesses) {
        if (digest == DigestAlgorithm.SHA1) {
            weaknesses.add(Weakness.SHA1_CHALLENGE);
        }
    }

    /**
     * r and s one behind the other as the standard says (BSI TR-03111 plain format); some chips answer the SEQUENCE that
     * certificates have, and only that has another length. Both say the same two numbers.
     */
    private SignatureScheme scheme(Bytes signature) throws RefusedException {
        SignatureScheme named;
        try {
            named = SignatureSchemes.of(new AlgorithmIdentifier(new ASN1ObjectIdentifier(signatureOid)));
        } catch (RefusedException unknown) {
            throw new RefusedException(RefusalCode.CHIP_ALGORITHM, "Active Authentication with " + signatureOid);
        }
        boolean ecdsa = named.kind() == Kind.ECDSA || named.kind() == Kind.ECDSA_PLAIN;
        RefusedException.require(ecdsa, RefusalCode.CHIP_ALGORITHM, "dg15 has an ECDSA key, dg14 says " + signatureOid);
        boolean plain = signature.length() == 2 * orderLength();
        return SignatureScheme.of(plain ? Kind.ECDSA_PLAIN : Kind.ECDSA, named.digest());
    }

    private int orderLength() {
        return (key.ec().orElseThrow().getParameters().getN().bitLength() + 7) / 8;
    }
}
