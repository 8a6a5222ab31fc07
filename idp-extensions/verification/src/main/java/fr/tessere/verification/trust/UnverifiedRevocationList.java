package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import java.math.BigInteger;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.jspecify.annotations.Nullable;

/**
 * A revocation list as somebody wrote it (ICAO 9303-12 §7.1.4, RFC 5280 §5), complete and for all certificates of its
 * issuer; partial, indirect and delta lists are refused, because the absence of a number in them says nothing.
 */
final class UnverifiedRevocationList {
    private static final Set<ASN1ObjectIdentifier> KNOWN = Set.of(
            Extension.authorityKeyIdentifier,
            Extension.issuerAlternativeName,
            Extension.cRLNumber,
            Extension.issuingDistributionPoint);
    private static final Set<ASN1ObjectIdentifier> KNOWN_OF_ENTRY =
            Set.of(Extension.reasonCode, Extension.invalidityDate, Extension.instructionCode);

    private final Bytes encoded;
    private final CertificateList list;
    private final SignatureScheme scheme;
    private final Set<BigInteger> revoked = new HashSet<>();

    private UnverifiedRevocationList(Bytes encoded) throws Exception {
        this.encoded = encoded;
        list = CertificateList.getInstance(encoded.toArray());
        TBSCertList content = list.getTBSCertList();
        ReadableName.require(list.getIssuer());
        require(list.getSignatureAlgorithm().equals(content.getSignature()), "two signature algorithms");
        requireComplete(content.getExtensions());
        for (Enumeration<?> entries = content.getRevokedCertificateEnumeration(); entries.hasMoreElements(); ) {
            TBSCertList.CRLEntry entry = (TBSCertList.CRLEntry) entries.nextElement();
            requireKnown(entry.getExtensions(), KNOWN_OF_ENTRY);
            revoked.add(entry.getUserCertificate().getValue());
        }
        scheme = SignatureSchemes.of(list.getSignatureAlgorithm());
        list.getThisUpdate().getDate();
    }

    /** Reads a list in DER; refuses {@code signer-malformed}. */
    static UnverifiedRevocationList parse(Bytes der) throws RefusedException {
        return Guarded.parse(
                RefusalCode.SIGNER_MALFORMED, "a revocation list", () -> new UnverifiedRevocationList(der));
    }

    X500Name issuer() {
        return list.getIssuer();
    }

    /** SHA-256, 32 bytes. */
    Bytes digest() {
        return DigestAlgorithm.SHA256.digest(encoded);
    }

    /** The list, if one of these signers signed it; refuses {@code signer-untrusted}. */
    RevocationList provenBy(Iterable<CountrySigner> signers) throws RefusedException {
        return Guarded.parse(RefusalCode.SIGNER_MALFORMED, "a revocation list", () -> {
            byte[] signed = SignedStructure.signedBytes(encoded);
            byte[] signature = list.getSignature().getOctets();
            for (CountrySigner signer : signers) {
                SignedCertificate certificate = signer.certificate();
                if (certificate.subject().equals(issuer()) && certificate.maySignRevocations()) {
                    try {
                        scheme.require(certificate.key(), signed, signature, RefusalCode.SIGNER_UNTRUSTED, "a list");
                        return new RevocationList(list, revoked, digest(), certificate);
                    } catch (RefusedException other) {
                        continue; // another signer of the same name may fit
                    }
                }
            }
            throw new RefusedException(
                    RefusalCode.SIGNER_UNTRUSTED, "no trusted country signer signed this revocation list");
        });
    }

    private static void requireComplete(@Nullable Extensions extensions) throws RefusedException {
        requireKnown(extensions, KNOWN);
        if (extensions == null) {
            return;
        }
        require(extensions.getExtension(Extension.deltaCRLIndicator) == null, "a delta list");
        if (extensions.getExtension(Extension.issuingDistributionPoint) != null) {
            IssuingDistributionPoint scope = IssuingDistributionPoint.getInstance(
                    extensions.getExtensionParsedValue(Extension.issuingDistributionPoint));
            require(
                    !scope.isIndirectCRL()
                            && !scope.onlyContainsAttributeCerts()
                            && !scope.onlyContainsCACerts()
                            && scope.getOnlySomeReasons() == null,
                    "an indirect or partial list");
        }
        if (extensions.getExtension(Extension.cRLNumber) != null) {
            ASN1Integer.getInstance(extensions.getExtensionParsedValue(Extension.cRLNumber));
        }
    }

    private static void requireKnown(@Nullable Extensions extensions, Set<ASN1ObjectIdentifier> known)
            throws RefusedException {
        if (extensions != null) {
            for (ASN1ObjectIdentifier critical : extensions.getCriticalExtensionOIDs()) {
                require(known.contains(critical), "a critical extension that is not known: " + critical);
            }
        }
    }

    private static void require(boolean holds, String detail) throws RefusedException {
        RefusedException.require(holds, RefusalCode.SIGNER_MALFORMED, "a revocation list: " + detail);
    }
}
