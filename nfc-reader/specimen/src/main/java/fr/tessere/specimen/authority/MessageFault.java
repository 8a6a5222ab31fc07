package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.authority.MessageDraft.Part;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.BERTaggedObject;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * What can be wrong, or merely unusual, with a signed message: EF.SOD or a master list (ICAO 9303-10 §4.6.2.2, RFC 5652
 * §5; BSI TR-03105-5.1 LDS_H). What stands before the signature is signed as it is.
 */
public enum MessageFault implements MessageChange {
    NONE(draft -> {}),

    // SignedData
    /** Not SignedData but plain data. */
    NOT_SIGNED_DATA(draft -> draft.setMessageType(CMSObjectIdentifiers.data)),
    VERSION_OTHER(draft -> draft.put(Part.VERSION, new ASN1Integer(1))),
    VERSION_MISSING(draft -> draft.remove(Part.VERSION)),
    DIGESTS_MD5(draft -> draft.put(Part.DIGEST_ALGORITHMS, new DERSet(md5()))),
    DIGESTS_MISSING(draft -> draft.remove(Part.DIGEST_ALGORITHMS)),
    DIGESTS_EMPTY(draft -> draft.put(Part.DIGEST_ALGORITHMS, new DERSet())),
    /** A good algorithm that the signer does not use. */
    DIGESTS_OTHER(draft -> draft.put(
            Part.DIGEST_ALGORITHMS,
            new DERSet(other(draft.signer().scheme().hash()).identifier()))),
    CONTENT_TYPE_OTHER(
            draft -> draft.put(Part.CONTENT, MessageDraft.contentInfo(CMSObjectIdentifiers.data, draft.content()))),
    CONTENT_TYPE_MISSING(draft -> draft.put(
            Part.CONTENT,
            new DERSequence(new DERTaggedObject(
                    true, 0, new DEROctetString(draft.content().toArray()))))),
    CONTENT_MISSING(draft -> draft.put(Part.CONTENT, new DERSequence(draft.contentType()))),
    NO_SIGNER(draft -> {}, draft -> draft.put(Part.SIGNER_INFOS, new DERSet())),
    TWO_SIGNERS(draft -> {}, MessageFault::signTwice),
    CERTIFICATES_MISSING(draft -> draft.remove(Part.CERTIFICATES)),
    /** Only the certificate of another signer travels along. */
    CERTIFICATE_OTHER(draft -> draft.put(
            Part.CERTIFICATES,
            new DERTaggedObject(false, 0, new DERSet(stranger(draft).issued().asn1())))),
    /** The signer's certificate among others. */
    CERTIFICATES_MORE(draft ->
            draft.put(Part.CERTIFICATES, new DERTaggedObject(false, 0, new DERSet(new ASN1Encodable[] {
                stranger(draft).issued().asn1(), draft.signer().issued().asn1()
            })))),

    // SignerInfo
    SIGNER_VERSION_OTHER(draft -> draft.put(Part.SIGNER_VERSION, new ASN1Integer(2))),
    SIGNER_VERSION_MISSING(draft -> draft.remove(Part.SIGNER_VERSION)),
    SIGNER_SERIAL_OTHER(draft -> name(draft, draft.signer().issued().serial().add(BigInteger.ONE))),
    /** Version 3 and key identifier: as right as version 1 and name. */
    SIGNER_BY_KEY(draft -> nameByKey(draft, 3, draft.signer().issued().subjectKeyId())),
    SIGNER_BY_KEY_OTHER(draft -> nameByKey(draft, 3, Bytes.of(new byte[20]))),
    SIGNER_BY_KEY_VERSION_1(draft -> nameByKey(draft, 1, draft.signer().issued().subjectKeyId())),
    SIGNER_BY_NAME_VERSION_3(draft -> draft.put(Part.SIGNER_VERSION, new ASN1Integer(3))),
    SIGNER_DIGEST_MD5(draft -> draft.put(Part.SIGNER_DIGEST, md5())),
    /** messageDigest by another good algorithm than the signature's (LDS_H_75). */
    SIGNER_DIGEST_OTHER(draft -> {
        HashAlgorithm other = HashAlgorithm.SHA_224;
        draft.put(Part.DIGEST_ALGORITHMS, new DERSet(other.identifier()));
        draft.put(Part.SIGNER_DIGEST, other.identifier());
        draft.setDigest(other.of(draft.content()));
    }),
    SIGNER_DIGEST_MISSING(draft -> draft.remove(Part.SIGNER_DIGEST)),
    SIGNATURE_ALGORITHM_MD5(draft -> draft.put(
            Part.SIGNATURE_ALGORITHM,
            new AlgorithmIdentifier(PKCSObjectIdentifiers.md5WithRSAEncryption, DERNull.INSTANCE))),
    SIGNATURE_ALGORITHM_MISSING(draft -> draft.remove(Part.SIGNATURE_ALGORITHM)),
    SIGNATURE_WRONG(draft -> {}, draft -> draft.setSignature(CertificateFault.flipped(draft.signature()))),
    SIGNATURE_MISSING(draft -> {}, draft -> draft.remove(Part.SIGNATURE)),
    SIGNATURE_EMPTY(draft -> {}, draft -> draft.setSignature(Bytes.EMPTY)),
    /** A right signature, under other attributes: those of a message with another content. */
    SIGNED_OTHER(draft -> {}, draft -> draft.setSignature(draft.signer().sign(Bytes.of(new byte[] {1, 2, 3})))),

    // signed attributes
    /** The signature is over the content itself. */
    ATTRIBUTES_NONE(draft -> draft.attributes().clear()),
    ATTRIBUTES_EMPTY(
            draft -> draft.setAttributes(new DERTaggedObject(false, 0, new DERSet()), CountrySigner.der(new DERSet()))),
    DIGEST_WRONG(draft -> draft.setDigest(draft.signer().scheme().hash().of(Bytes.of(new byte[] {1})))),
    DIGEST_MISSING(draft -> draft.removeAttribute(CMSAttributes.messageDigest)),
    DIGEST_TWICE(draft -> repeat(draft, CMSAttributes.messageDigest)),
    DIGEST_TWO_VALUES(draft -> {
        ASN1Encodable digest = value(draft, CMSAttributes.messageDigest);
        draft.removeAttribute(CMSAttributes.messageDigest);
        ASN1Encodable[] values = {digest, new DEROctetString(new byte[32])};
        draft.attributes().add(new Attribute(CMSAttributes.messageDigest, new DERSet(values)));
    }),
    TYPE_ATTRIBUTE_OTHER(draft -> {
        draft.removeAttribute(CMSAttributes.contentType);
        draft.attributes().add(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
    }),
    TYPE_ATTRIBUTE_MISSING(draft -> draft.removeAttribute(CMSAttributes.contentType)),
    TYPE_ATTRIBUTE_TWICE(draft -> repeat(draft, CMSAttributes.contentType)),
    TIME_MISSING(draft -> draft.removeAttribute(CMSAttributes.signingTime)),
    TIME_BEFORE_SIGNER(draft -> sign(draft, Instant.parse("2001-01-01T00:00:00Z"))),
    TIME_BEHIND_SIGNER(draft -> sign(draft, Instant.parse("2048-01-01T00:00:00Z"))),
    TIME_MALFORMED(draft -> {
        draft.removeAttribute(CMSAttributes.signingTime);
        draft.attributes().add(new Attribute(CMSAttributes.signingTime, new DERSet(new DEROctetString(new byte[5]))));
    }),
    /** One more attribute, of a kind that nobody knows: harmless. */
    ATTRIBUTE_UNKNOWN(draft -> unknown(draft, DERNull.INSTANCE)),
    /** In another order than DER has, and signed in that order. */
    ATTRIBUTES_UNSORTED(draft -> {
        DLSet unsorted = unsorted(draft.attributes());
        draft.setAttributes(new DLTaggedObject(false, 0, unsorted), MessageDraft.written(unsorted));
    }),
    /** In another order than DER has, but signed in DER. */
    ATTRIBUTES_UNSORTED_SIGNED_SORTED(draft -> {
        DLSet unsorted = unsorted(draft.attributes());
        draft.setAttributes(new DLTaggedObject(false, 0, unsorted), CountrySigner.der(unsorted));
    }),

    // encoding
    /** Content in indefinite length, in two pieces (BER, not DER). */
    CONTENT_INDEFINITE(draft -> draft.put(Part.CONTENT, new BERSequence(new ASN1Encodable[] {
        draft.contentType(),
        new BERTaggedObject(true, 0, new BEROctetString(draft.content().toArray(), 100))
    }))),
    /** Bytes behind the last part of SignedData. */
    PART_UNKNOWN(draft -> {}, draft -> draft.setBehind(new ASN1Integer(9303))),
    /** Blown up by an attribute to more than 64 kB. */
    HUGE(draft -> unknown(draft, new DEROctetString(new byte[70_000]))),
    /** Blown up in the same way to almost the 32,768 bytes that a file may have: nothing is wrong with it. */
    LARGE(draft -> unknown(draft, new DEROctetString(new byte[31_000]))),
    /** An attribute of a thousand parts, each inside the one before. */
    DEEP(draft -> unknown(draft, nested(1_000)));

    private final Consumer<MessageDraft> before;
    private final Consumer<MessageDraft> after;

    MessageFault(Consumer<MessageDraft> before) {
        this(before, draft -> {});
    }

    MessageFault(Consumer<MessageDraft> before, Consumer<MessageDraft> after) {
        this.before = before;
        this.after = after;
    }

    /** The word used on the command line, for example {@code digest-missing}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void before(MessageDraft draft) {
        before.accept(draft);
    }

    @Override
    public void after(MessageDraft draft) {
        after.accept(draft);
    }

    private static AlgorithmIdentifier md5() {
        return new AlgorithmIdentifier(PKCSObjectIdentifiers.md5, DERNull.INSTANCE);
    }

    private static HashAlgorithm other(HashAlgorithm hash) {
        return hash == HashAlgorithm.SHA_512 ? HashAlgorithm.SHA_384 : HashAlgorithm.SHA_512;
    }

    private static DocumentSigner stranger(MessageDraft draft) {
        return draft.signer().selfCertified();
    }

    private static void signTwice(MessageDraft draft) {
        ASN1Encodable first = draft.signerInfo();
        name(draft, draft.signer().issued().serial().add(BigInteger.ONE));
        draft.put(Part.SIGNER_INFOS, new DERSet(new ASN1Encodable[] {first, draft.signerInfo()}));
    }

    private static void name(MessageDraft draft, BigInteger serial) {
        draft.put(
                Part.SIGNER_ID,
                new IssuerAndSerialNumber(draft.signer().issued().issuer(), serial));
    }

    private static void nameByKey(MessageDraft draft, int version, Bytes id) {
        draft.put(Part.SIGNER_VERSION, new ASN1Integer(version));
        draft.put(Part.SIGNER_ID, new DERTaggedObject(false, 0, new DEROctetString(id.toArray())));
    }

    private static ASN1Encodable value(MessageDraft draft, ASN1ObjectIdentifier type) {
        return draft.attributes().stream()
                .filter(attribute -> attribute.getAttrType().equals(type))
                .findFirst()
                .orElseThrow()
                .getAttrValues()
                .getObjectAt(0);
    }

    private static void unknown(MessageDraft draft, ASN1Encodable value) {
        draft.attributes().add(new Attribute(new ASN1ObjectIdentifier("2.999.9303"), new DERSet(value)));
    }

    private static ASN1Encodable nested(int depth) {
        ASN1Encodable inside = DERNull.INSTANCE;
        for (int i = 0; i < depth; i++) {
            inside = new DERSequence(inside);
        }
        return inside;
    }

    private static void repeat(MessageDraft draft, ASN1ObjectIdentifier type) {
        draft.attributes().add(new Attribute(type, new DERSet(value(draft, type))));
    }

    private static void sign(MessageDraft draft, Instant time) {
        draft.removeAttribute(CMSAttributes.signingTime);
        draft.attributes().add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(time)))));
    }

    /** DER sorts by content; so the longest first is never sorted. */
    private static DLSet unsorted(List<Attribute> attributes) {
        return new DLSet(attributes.stream()
                .sorted((one, other) -> MessageDraft.written(other).length()
                        - MessageDraft.written(one).length())
                .toArray(ASN1Encodable[]::new));
    }
}
