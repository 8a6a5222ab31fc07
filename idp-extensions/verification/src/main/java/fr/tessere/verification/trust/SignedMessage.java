package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * A CMS SignedData with exactly one signer, read strictly and not yet believed (RFC 5652 §5; ICAO 9303-10 §4.6.2.2).
 * EF.SOD and master lists are such messages.
 */
public final class SignedMessage {
    private final byte[] content;
    private final SignerInfo signer;
    private final List<Bytes> certificates = new ArrayList<>();
    private final SignedAttributes attributes;
    private final DigestAlgorithm digest;
    private final SignatureScheme scheme;

    private SignedMessage(Bytes der, ASN1ObjectIdentifier contentType) throws RefusedException, IOException {
        ContentInfo info = ContentInfo.getInstance(der.toArray());
        require(
                info.getContentType().equals(CMSObjectIdentifiers.signedData),
                RefusalCode.SOD_MALFORMED,
                "the message is no SignedData but " + info.getContentType());
        SignedData data = SignedData.getInstance(info.getContent());
        require(
                data.getVersion().hasValue(3),
                RefusalCode.SOD_VERSION,
                () -> "CMS version %s, expected 3".formatted(data.getVersion()));
        ASN1ObjectIdentifier type = data.getEncapContentInfo().getContentType();
        require(type.equals(contentType), RefusalCode.SOD_CONTENT_TYPE, () -> "eContentType %s".formatted(type));
        content = ASN1OctetString.getInstance(data.getEncapContentInfo().getContent())
                .getOctets();
        int count = data.getSignerInfos().size();
        require(count == 1, RefusalCode.SOD_SIGNERS, count + " signers, expected 1");
        ASN1Sequence written = ASN1Sequence.getInstance(data.getSignerInfos().getObjectAt(0));
        requireAttributesInPlace(written);
        signer = SignerInfo.getInstance(written);
        requireSignerVersion();
        digest = DigestAlgorithm.of(signer.getDigestAlgorithm());
        requireListed(data.getDigestAlgorithms());
        attributes = SignedAttributes.of(signer);
        // with signed attributes the signature may have a digest of its own, without them there is only one
        scheme = attributes.isEmpty()
                ? SignatureSchemes.of(signer.getDigestEncryptionAlgorithm(), digest)
                : SignatureSchemes.ofAttributes(signer.getDigestEncryptionAlgorithm(), digest);
        if (data.getCertificates() != null) {
            for (ASN1Encodable certificate : data.getCertificates()) {
                certificates.add(Bytes.of(certificate.toASN1Primitive().getEncoded()));
            }
        }
    }

    /** Reads a message in DER whose content is of this type; the refusals are those of EF.SOD. */
    public static SignedMessage parse(Bytes der, ASN1ObjectIdentifier contentType) throws RefusedException {
        return Guarded.parse(
                RefusalCode.SOD_MALFORMED, "the signed message", () -> new SignedMessage(der, contentType));
    }

    /** What is signed. */
    public byte[] content() {
        return content.clone();
    }

    /** The digest over the content. */
    public DigestAlgorithm digest() {
        return digest;
    }

    /** How it is signed. */
    public SignatureScheme scheme() {
        return scheme;
    }

    /** The signed attributes; may be none. */
    public SignedAttributes attributes() {
        return attributes;
    }

    /** The certificates that the message brings along, in DER. */
    public List<Bytes> certificates() {
        return List.copyOf(certificates);
    }

    /**
     * The signer's certificate, from the message or else from the known ones.
     *
     * @param reader reads a certificate of the message, or finds it in a cache
     */
    public Optional<SignedCertificate> signerCertificate(TrustAnchors known, CertificateReader reader)
            throws RefusedException {
        for (Bytes der : certificates) {
            SignedCertificate certificate = reader.read(der);
            if (isSigner(certificate)) {
                return Optional.of(certificate);
            }
        }
        List<SignedCertificate> named = new ArrayList<>();
        for (Bytes der : known(known)) {
            named.add(reader.read(der));
        }
        // two certificates may claim one name and number: the signature decides
        return named.stream()
                .filter(one -> named.size() == 1 || isSignedBy(one.key()))
                .findFirst();
    }

    private List<Bytes> known(TrustAnchors known) {
        ASN1Encodable id = signer.getSID().getId();
        if (signer.getSID().isTagged()) {
            return known.documentSigners(
                    Bytes.of(ASN1OctetString.getInstance(id).getOctets()));
        }
        IssuerAndSerialNumber name = IssuerAndSerialNumber.getInstance(id);
        return known.documentSigners(name.getName(), name.getSerialNumber().getValue());
    }

    private boolean isSignedBy(VerificationKey key) {
        try {
            requireSignedBy(key);
            return true;
        } catch (RefusedException other) {
            return false;
        }
    }

    /** Reads a certificate. */
    @FunctionalInterface
    public interface CertificateReader {
        SignedCertificate read(Bytes der) throws RefusedException;
    }

    private boolean isSigner(SignedCertificate certificate) {
        ASN1Encodable id = signer.getSID().getId();
        if (signer.getSID().isTagged()) {
            Bytes keyId = Bytes.of(ASN1OctetString.getInstance(id).getOctets());
            return !keyId.isEmpty() && certificate.subjectKeyId().equals(keyId);
        }
        IssuerAndSerialNumber name = IssuerAndSerialNumber.getInstance(id);
        return certificate.serialNumber().equals(name.getSerialNumber().getValue())
                && certificate.issuer().equals(name.getName());
    }

    /** Refuses unless digest and signature hold under this key. */
    public void requireSignedBy(VerificationKey key) throws RefusedException {
        byte[] signed = attributes.isEmpty() ? content : attributes.encoded();
        if (!attributes.isEmpty()) {
            attributes.requireDigest(Bytes.of(digest.digest(content)));
        }
        byte[] signature = signer.getEncryptedDigest().getOctets();
        scheme.require(key, signed, signature, RefusalCode.SOD_SIGNATURE, "the signature");
    }

    /** SignedData names the digests of its signers, and no other that must not be used (RFC 5652 §5.1). */
    private void requireListed(ASN1Set algorithms) throws RefusedException {
        boolean listed = false;
        for (ASN1Encodable algorithm : algorithms) {
            listed |= DigestAlgorithm.of(AlgorithmIdentifier.getInstance(algorithm)) == digest;
        }
        require(listed, RefusalCode.SOD_ALGORITHM, "digestAlgorithms lacks the signer's " + digest.jcaName());
    }

    /** Signed attributes carry tag 0; Bouncy Castle takes any tag for them. */
    private static void requireAttributesInPlace(ASN1Sequence signer) throws RefusedException {
        require(
                !(signer.getObjectAt(3) instanceof ASN1TaggedObject attributes) || attributes.hasContextTag(0),
                RefusalCode.SOD_ATTRIBUTES,
                "attributes under another tag than 0");
    }

    /** Version 1 names its signer by issuer and serial number, version 3 by key identifier (RFC 5652 §5.3). */
    private void requireSignerVersion() throws RefusedException {
        int expected = signer.getSID().isTagged() ? 3 : 1;
        require(
                signer.getVersion().hasValue(expected),
                RefusalCode.SOD_VERSION,
                () -> "SignerInfo version %s, expected %d".formatted(signer.getVersion(), expected));
    }

    private static void require(boolean holds, RefusalCode code, String detail) throws RefusedException {
        RefusedException.require(holds, code, detail);
    }

    private static void require(boolean holds, RefusalCode code, Supplier<String> detail) throws RefusedException {
        RefusedException.require(holds, code, detail);
    }
}
