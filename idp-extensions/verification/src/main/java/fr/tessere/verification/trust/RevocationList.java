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
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/**
 * A country's list of revoked certificates (ICAO 9303-12 §7.1.4).
 *
 * @param issuer the country signer's name
 * @param revoked serial numbers
 * @param number CRL number, decimal; empty if it has none
 * @param thisUpdate when its issuer made it
 * @param nextUpdate until when the list is fresh
 * @param digest SHA-256 of the list, 32 bytes
 */
public record RevocationList(
        X500Name issuer, Set<BigInteger> revoked, String number, Instant thisUpdate, Instant nextUpdate, Bytes digest) {
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
            return new RevocationList(
                    list.getIssuer(),
                    serials,
                    number(list),
                    list.getThisUpdate().getDate().toInstant(),
                    fresh,
                    DigestAlgorithm.SHA256.digest(der));
        });
    }

    private static String number(CertificateList list) {
        Extensions extensions = list.getTBSCertList().getExtensions();
        Extension number = extensions == null ? null : extensions.getExtension(Extension.cRLNumber);
        return number == null
                ? ""
                : ASN1Integer.getInstance(number.getParsedValue()).getValue().toString();
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
