package fr.tessere.specimen.authority;

import static org.bouncycastle.asn1.x509.Extension.authorityKeyIdentifier;
import static org.bouncycastle.asn1.x509.Extension.basicConstraints;
import static org.bouncycastle.asn1.x509.Extension.extendedKeyUsage;
import static org.bouncycastle.asn1.x509.Extension.keyUsage;
import static org.bouncycastle.asn1.x509.Extension.privateKeyUsagePeriod;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.authority.CertificateDraft.Part;
import java.math.BigInteger;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * What can be wrong with a certificate, of a document signer or any other (ICAO 9303-12 §7.1). The issuer signs the faulty
 * content, so that nothing but the fault is wrong; except where the fault is the signature.
 */
public enum CertificateFault {
    NONE(draft -> draft),

    // when (the specimen world's present is 2026)
    EXPIRED(draft -> during(draft, "2019-01-01", "2024-12-31")),
    NOT_YET_VALID(draft -> during(draft, "2038-01-01", "2041-05-31")),
    /** The certificate lives, its private key had to stop signing before the document was made. */
    KEY_USE_ENDED(draft -> draft.with(
            privateKeyUsagePeriod, false, CertificateExtensions.keyUse(Period.ofDays("2020-06-01", "2020-09-01")))),
    /** GeneralizedTime before 2050 (RFC 5280 §4.1.2.5; LDS_H_56). */
    VALIDITY_GENERALIZED(draft -> draft.with(Part.VALIDITY, new DERSequence(new ASN1Encodable[] {
        new DERGeneralizedTime("20200601000000Z"), new DERGeneralizedTime("20410531235959Z")
    }))),
    VALIDITY_REVERSED(draft -> draft.with(Part.VALIDITY, reversed(draft.part(Part.VALIDITY)))),
    VALIDITY_MISSING(draft -> draft.without(Part.VALIDITY)),

    // what for
    /** keyCertSign in place of digitalSignature. */
    KEY_USAGE_OTHER(draft -> draft.with(keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))),
    /** digitalSignature is missing among harmless ones (LDS_H_63). */
    KEY_USAGE_NO_SIGNATURE(draft -> draft.with(keyUsage, true, new KeyUsage(KeyUsage.keyEncipherment))),
    KEY_USAGE_NOT_CRITICAL(draft -> draft.with(keyUsage, false, new KeyUsage(KeyUsage.digitalSignature))),
    KEY_USAGE_MISSING(draft -> draft.without(keyUsage)),
    /** An authority's certificate that also signs documents. */
    AUTHORITY(draft -> draft.with(basicConstraints, true, new BasicConstraints(true))),
    /** No authority, although the rest is a country signer's or a link's. */
    NO_AUTHORITY(draft -> draft.with(basicConstraints, true, new BasicConstraints(false))),
    /** Signs certificates, but no revocation lists. */
    NO_REVOCATIONS(draft -> draft.with(keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))),
    /** Signs visas only (ICAO 9303-12 §7.1.1.6). */
    DOCUMENT_TYPES_OTHER(draft ->
            draft.with(CertificateExtensions.DOCUMENT_TYPES, false, CertificateExtensions.documentTypes("V", "VB"))),
    /** The extension is no list of words. */
    DOCUMENT_TYPES_MALFORMED(draft -> draft.with(CertificateExtensions.DOCUMENT_TYPES, false, DERNull.INSTANCE)),
    /** The extended key usage of a master list signer, who signs no documents. */
    MASTER_LIST_USAGE(draft -> draft.with(
            extendedKeyUsage,
            true,
            new ExtendedKeyUsage(KeyPurposeId.getInstance(CertificateExtensions.MASTER_LIST_SIGNING)))),
    /** Its extended key usage is of another trade. */
    EXTENDED_USAGE_OTHER(
            draft -> draft.with(extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))),
    /** A critical extension that nobody knows (RFC 5280 §4.2). */
    CRITICAL_UNKNOWN(draft -> draft.with(new ASN1ObjectIdentifier("2.999.9303"), true, DERNull.INSTANCE)),

    // who
    COUNTRY_OTHER(draft -> draft.with(Part.SUBJECT, IssuingState.UTOPIA.named("Specimen document signer"))),
    /** Issuer name and key identifier of a trusted country signer, signed by somebody else. */
    ISSUER_KEY_OTHER(CertificateDraft::signedByStranger),
    /** The trusted country signer's name, another key, and the identifier of that other key. */
    ISSUER_NAME_ONLY(draft -> draft.signedByStranger()
            .with(authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[] {1, 2, 3, 4}))),
    /** A name without a country (ICAO 9303-12 §7.1.1.1; LDS_H_53). */
    ISSUER_CONVENTION(draft -> draft.with(Part.ISSUER, named("Specimen CSCA"))),
    /** The trusted key signs under a name that is not its own (LDS_H_54). */
    ISSUER_OTHER(draft -> draft.with(Part.ISSUER, IssuingState.FRANCE.named("Specimen CSCA of another"))),
    ISSUER_MISSING(draft -> draft.without(Part.ISSUER)),
    AUTHORITY_KEY_ID_MISSING(draft -> draft.without(authorityKeyIdentifier)),
    /** Names the issuer by serial number, which ICAO does not allow alone (LDS_H_60). */
    AUTHORITY_KEY_ID_BY_NUMBER(draft -> draft.with(
            authorityKeyIdentifier,
            false,
            new AuthorityKeyIdentifier(
                    new GeneralNames(new GeneralName((X500Name) draft.part(Part.ISSUER))), BigInteger.TEN))),
    AUTHORITY_KEY_ID_OTHER(
            draft -> draft.with(authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[] {1, 2, 3, 4}))),

    // form
    /** Version 2 (LDS_H_48). */
    VERSION_OTHER(draft -> draft.with(Part.VERSION, new DERTaggedObject(true, 0, new ASN1Integer(1)))),
    VERSION_MISSING(draft -> draft.without(Part.VERSION)),
    SERIAL_MISSING(draft -> draft.without(Part.SERIAL)),
    SERIAL_NEGATIVE(draft -> draft.with(Part.SERIAL, new ASN1Integer(-5))),
    /** Inside another signature algorithm than outside (LDS_H_51). */
    INNER_ALGORITHM_OTHER(draft -> draft.with(Part.INNER_ALGORITHM, SignatureScheme.RSA_SHA512.identifier())),
    INNER_ALGORITHM_MISSING(draft -> draft.without(Part.INNER_ALGORITHM)),
    SUBJECT_MISSING(draft -> draft.without(Part.SUBJECT)),
    /** The key says that it signs with MD5 (LDS_H_58). */
    PUBLIC_KEY_MD5(draft -> draft.with(Part.PUBLIC_KEY, md5Key(draft.part(Part.PUBLIC_KEY)))),
    PUBLIC_KEY_MISSING(draft -> draft.without(Part.PUBLIC_KEY)),
    EXTENSIONS_MISSING(draft -> draft.without(Part.EXTENSIONS)),
    /** MD5 with RSA, inside and outside (LDS_H_65). */
    ALGORITHM_MD5(draft -> draft.with(Part.INNER_ALGORITHM, md5()).with(Part.ALGORITHM, md5())),
    ALGORITHM_MISSING(draft -> draft.without(Part.ALGORITHM)),
    SIGNATURE_WRONG(draft -> draft.marking(CertificateFault::flipped)),
    SIGNATURE_MISSING(draft -> draft.without(Part.SIGNATURE)),
    SIGNATURE_EMPTY(draft -> draft.marking(signature -> Bytes.EMPTY));

    private final UnaryOperator<CertificateDraft> change;

    CertificateFault(UnaryOperator<CertificateDraft> change) {
        this.change = change;
    }

    /** The word used on the command line, for example {@code key-usage-missing}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    CertificateDraft in(CertificateDraft draft) {
        return change.apply(draft);
    }

    private static CertificateDraft during(CertificateDraft draft, String first, String last) {
        Period period = Period.ofDays(first, last);
        return draft.with(Part.VALIDITY, CertificateDraft.validity(period))
                .with(privateKeyUsagePeriod, false, CertificateExtensions.keyUse(period));
    }

    private static DERSequence reversed(ASN1Encodable validity) {
        DERSequence times = (DERSequence) validity;
        return new DERSequence(new ASN1Encodable[] {times.getObjectAt(1), times.getObjectAt(0)});
    }

    private static X500Name named(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, "Tessère specimen")
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    private static SubjectPublicKeyInfo md5Key(ASN1Encodable key) {
        return new SubjectPublicKeyInfo(
                md5(), SubjectPublicKeyInfo.getInstance(key).getPublicKeyData().getBytes());
    }

    private static AlgorithmIdentifier md5() {
        return new AlgorithmIdentifier(PKCSObjectIdentifiers.md5WithRSAEncryption, DERNull.INSTANCE);
    }

    /** The lowest bit of the last byte. */
    static Bytes flipped(Bytes signature) {
        byte[] changed = signature.toArray();
        changed[changed.length - 1] ^= 1;
        return Bytes.of(changed);
    }
}
