package fr.tessere.verification.passive;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.trust.SignedCertificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.PrivateKeyUsagePeriod;
import org.bouncycastle.asn1.x509.Time;

/**
 * What the certificate of a document signer says beyond its key: the profile of ICAO 9303-12 §7.1.1, table 6. What a
 * signer must not have is refused; what it says is compared with the document later.
 *
 * @param documentTypes types that it may sign, as in the machine readable zone; empty if it says nothing about them
 * @param signsFrom first instant at which its private key signs
 * @param signsUntil last instant at which its private key signs
 */
record SignerProfile(Set<String> documentTypes, Instant signsFrom, Instant signsUntil) {
    private static final ASN1ObjectIdentifier DOCUMENT_TYPES = new ASN1ObjectIdentifier("2.23.136.1.1.6.2");
    private static final Set<ASN1ObjectIdentifier> KNOWN = Set.of(
            Extension.authorityKeyIdentifier,
            Extension.subjectKeyIdentifier,
            Extension.keyUsage,
            Extension.privateKeyUsagePeriod,
            Extension.certificatePolicies,
            Extension.subjectAlternativeName,
            Extension.issuerAlternativeName,
            Extension.basicConstraints,
            Extension.cRLDistributionPoints,
            DOCUMENT_TYPES);
    /** From here on GeneralizedTime is written, before it UTCTime (RFC 5280 §4.1.2.5). */
    private static final Instant YEAR_2050 = Instant.parse("2050-01-01T00:00:00Z");

    SignerProfile {
        documentTypes = Set.copyOf(documentTypes);
    }

    /** Reads it; refuses {@code signer-malformed} and {@code signer-key-usage}. */
    static SignerProfile of(SignedCertificate signer) throws RefusedException {
        return Guarded.parse(RefusalCode.SIGNER_MALFORMED, "the signer's certificate", () -> {
            Certificate certificate = Certificate.getInstance(signer.encoded().toArray());
            requireTimeFormat(certificate.getStartDate());
            requireTimeFormat(certificate.getEndDate());
            return of(certificate.getTBSCertificate().getExtensions());
        });
    }

    private static SignerProfile of(Extensions extensions) throws RefusedException, ParseException {
        for (ASN1ObjectIdentifier oid : extensions.getCriticalExtensionOIDs()) {
            RefusedException.require(
                    KNOWN.contains(oid) || oid.equals(Extension.extendedKeyUsage),
                    RefusalCode.SIGNER_MALFORMED,
                    "a critical extension that is not known: " + oid);
        }
        RefusedException.require(
                extensions.getExtension(Extension.keyUsage).isCritical(),
                RefusalCode.SIGNER_KEY_USAGE,
                "the key usage is not critical");
        RefusedException.require(
                extensions.getExtension(Extension.extendedKeyUsage) == null,
                RefusalCode.SIGNER_KEY_USAGE,
                "an extended key usage: the signer is for something else than documents");
        PrivateKeyUsagePeriod period =
                PrivateKeyUsagePeriod.getInstance(extensions.getExtensionParsedValue(Extension.privateKeyUsagePeriod));
        return new SignerProfile(
                types(extensions.getExtensionParsedValue(DOCUMENT_TYPES)),
                period == null ? Instant.MIN : instant(period.getNotBefore(), Instant.MIN),
                period == null ? Instant.MAX : instant(period.getNotAfter(), Instant.MAX));
    }

    private static Set<String> types(@org.jspecify.annotations.Nullable ASN1Encodable written) {
        Set<String> types = new HashSet<>();
        if (written != null) {
            ASN1Sequence list = ASN1Sequence.getInstance(written);
            ASN1Integer.getInstance(list.getObjectAt(0));
            for (ASN1Encodable type : ASN1Set.getInstance(list.getObjectAt(1))) {
                types.add(ASN1PrintableString.getInstance(type).getString());
            }
        }
        return types;
    }

    private static Instant instant(@org.jspecify.annotations.Nullable ASN1GeneralizedTime time, Instant missing)
            throws ParseException {
        return time == null ? missing : time.getDate().toInstant();
    }

    private static void requireTimeFormat(Time time) throws RefusedException {
        boolean generalized = time.toASN1Primitive() instanceof ASN1GeneralizedTime;
        RefusedException.require(
                generalized != time.getDate().toInstant().isBefore(YEAR_2050),
                RefusalCode.SIGNER_MALFORMED,
                "a validity that is not UTCTime before 2050 and GeneralizedTime from then on");
    }

    /** True if it may sign documents of this type: {@code P} in the list stands for every passport. */
    boolean signs(String documentType) {
        return documentTypes.isEmpty()
                || documentTypes.stream()
                        .map(type -> type.replace("<", ""))
                        .anyMatch(type -> type.equals(documentType)
                                || !type.isEmpty()
                                        && !documentType.isEmpty()
                                        && type.charAt(0) == documentType.charAt(0)
                                        && (type.length() == 1 || documentType.length() == 1));
    }

    /** True if its private key signed at that time. */
    boolean signedAt(Instant at) {
        return !at.isBefore(signsFrom) && !at.isAfter(signsUntil);
    }

    /** True if the certificate names its issuer's key by the identifier that this issuer has. */
    static boolean namesKeyOf(SignedCertificate signer, SignedCertificate issuer) {
        Bytes named = signer.authorityKeyId();
        return !named.isEmpty() && (issuer.subjectKeyId().isEmpty() || named.equals(issuer.subjectKeyId()));
    }
}
