package fr.tessere.verification.trust;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.trust.SignatureScheme.Kind;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Which scheme does an algorithm identifier name? (ICAO 9303-12 §4.4; ANSI and BSI identifiers for ECDSA.) */
public final class SignatureSchemes {
    private static final Map<String, SignatureScheme> NAMED = named();

    private SignatureSchemes() {}

    /** The scheme of a certificate or revocation list, whose identifier says the digest too. */
    public static SignatureScheme of(AlgorithmIdentifier identifier) throws RefusedException {
        return Guarded.parse(RefusalCode.SOD_ALGORITHM, "a signature algorithm", () -> {
            String oid = identifier.getAlgorithm().getId();
            if (oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS.getId())) {
                return pss(RSASSAPSSparams.getInstance(identifier.getParameters()));
            }
            SignatureScheme scheme = NAMED.get(oid);
            if (scheme == null || !hasNoParameters(identifier)) {
                throw new RefusedException(RefusalCode.SOD_ALGORITHM, "signature algorithm " + oid);
            }
            return scheme;
        });
    }

    /** The scheme of a CMS signer who signs the content itself: its digest is the digest algorithm beside it. */
    public static SignatureScheme of(AlgorithmIdentifier identifier, DigestAlgorithm digest) throws RefusedException {
        SignatureScheme scheme = ofAttributes(identifier, digest);
        RefusedException.require(
                scheme.digest() == digest,
                RefusalCode.SOD_ALGORITHM,
                "the signer's digest is %s, its signature's %s"
                        .formatted(digest.jcaName(), scheme.digest().jcaName()));
        return scheme;
    }

    /** The same of one who signs attributes: an identifier may leave the digest to the one beside it, or name another. */
    static SignatureScheme ofAttributes(AlgorithmIdentifier identifier, DigestAlgorithm digest)
            throws RefusedException {
        String oid = identifier.getAlgorithm().getId();
        if (oid.equals(PKCSObjectIdentifiers.rsaEncryption.getId())) {
            return SignatureScheme.of(Kind.RSA_PKCS1, digest);
        }
        if (oid.equals(X9ObjectIdentifiers.id_ecPublicKey.getId())) {
            return SignatureScheme.of(Kind.ECDSA, digest);
        }
        return of(identifier);
    }

    private static boolean hasNoParameters(AlgorithmIdentifier identifier) {
        ASN1Encodable parameters = identifier.getParameters();
        return parameters == null || DERNull.INSTANCE.equals(parameters.toASN1Primitive());
    }

    private static SignatureScheme pss(RSASSAPSSparams parameters) throws RefusedException {
        AlgorithmIdentifier mask = parameters.getMaskGenAlgorithm();
        boolean isMgf1 = mask.getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1);
        int salt = parameters.getSaltLength().intValueExact();
        RefusedException.require(
                isMgf1 && parameters.getTrailerField().intValueExact() == 1 && salt >= 0 && salt <= 128,
                RefusalCode.SOD_ALGORITHM,
                "RSA-PSS parameters that are not allowed");
        return new SignatureScheme(
                Kind.RSA_PSS,
                DigestAlgorithm.of(parameters.getHashAlgorithm()),
                DigestAlgorithm.of(AlgorithmIdentifier.getInstance(mask.getParameters())),
                salt);
    }

    private static Map<String, SignatureScheme> named() {
        Map<String, SignatureScheme> schemes = new HashMap<>();
        add(schemes, Kind.RSA_PKCS1, "1.2.840.113549.1.1.", 5, 14, 11, 12, 13);
        schemes.put("1.2.840.10045.4.1", SignatureScheme.of(Kind.ECDSA, DigestAlgorithm.SHA1));
        add(schemes, Kind.ECDSA, "1.2.840.10045.4.3.", 0, 1, 2, 3, 4);
        add(schemes, Kind.ECDSA_PLAIN, "0.4.0.127.0.7.1.1.4.1.", 1, 2, 3, 4, 5);
        schemes.put("1.2.840.10040.4.3", SignatureScheme.of(Kind.DSA, DigestAlgorithm.SHA1));
        add(schemes, Kind.DSA, "2.16.840.1.101.3.4.3.", 0, 1, 2, 0, 0);
        return Map.copyOf(schemes);
    }

    /** Last numbers of the identifiers for SHA-1, -224, -256, -384, -512; 0 for none. */
    private static void add(Map<String, SignatureScheme> schemes, Kind kind, String arc, int... last) {
        for (DigestAlgorithm digest : DigestAlgorithm.values()) {
            int number = last[digest.ordinal()];
            if (number > 0) {
                schemes.put(arc + number, SignatureScheme.of(kind, digest));
            }
        }
    }
}
