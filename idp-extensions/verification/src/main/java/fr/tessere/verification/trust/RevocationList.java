package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CertificateList;

/**
 * A country's list of revoked certificates (ICAO 9303-12 §7.1.4).
 *
 * @param issuer the country signer's name
 * @param revoked serial numbers
 * @param nextUpdate until when the list is fresh
 * @param digest SHA-256 of the list, 32 bytes
 */
public record RevocationList(X500Name issuer, Set<BigInteger> revoked, Instant nextUpdate, Bytes digest) {
    public RevocationList {
        revoked = Set.copyOf(revoked);
    }

    /** Reads a list in DER that one of these signers must have signed. */
    static RevocationList parse(Bytes der, Iterable<CountrySigner> signers) throws RefusedException {
        return Guarded.parse(RefusalCode.SIGNER_MALFORMED, "a revocation list", () -> {
            CertificateList list = CertificateList.getInstance(der.toArray());
            requireSigned(list, SignedStructure.signedBytes(der), signers);
            Set<BigInteger> serials = Arrays.stream(list.getRevokedCertificates())
                    .map(entry -> entry.getUserCertificate().getValue())
                    .collect(Collectors.toSet());
            Instant fresh = list.getNextUpdate() == null
                    ? Instant.EPOCH
                    : list.getNextUpdate().getDate().toInstant();
            return new RevocationList(list.getIssuer(), serials, fresh, DigestAlgorithm.SHA256.digest(der));
        });
    }

    private static void requireSigned(CertificateList list, byte[] signed, Iterable<CountrySigner> signers)
            throws RefusedException {
        SignatureScheme scheme = SignatureSchemes.of(list.getSignatureAlgorithm());
        for (CountrySigner signer : signers) {
            SignedCertificate certificate = signer.certificate();
            if (certificate.subject().equals(list.getIssuer()) && certificate.maySignRevocations()) {
                try {
                    byte[] signature = list.getSignature().getOctets();
                    scheme.require(certificate.key(), signed, signature, RefusalCode.SIGNER_UNTRUSTED, "a list");
                    return;
                } catch (RefusedException other) {
                    continue; // another signer of the same name may fit
                }
            }
        }
        throw new RefusedException(RefusalCode.SIGNER_UNTRUSTED, "no trusted signer issued this revocation list");
    }
}
