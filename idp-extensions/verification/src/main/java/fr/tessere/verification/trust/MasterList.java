package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;

/**
 * Country signers that one State vouches for (ICAO 9303-12 §9). Its signature is that of the signer it names; whether
 * anybody trusts that one, {@link #requireVouchedBy} says.
 */
public final class MasterList {
    private static final ASN1ObjectIdentifier CONTENT_TYPE = new ASN1ObjectIdentifier("2.23.136.1.1.2");

    private final Bytes digest;
    private final List<Bytes> certificates;
    private final SignedCertificate signer;
    private final Optional<Instant> signed;

    private MasterList(Bytes der) throws Exception {
        SignedMessage message = SignedMessage.parse(der, CONTENT_TYPE);
        signer = message.signerCertificate(TrustAnchors.of(List.of(), List.of(), List.of()), SignedCertificate::parse)
                .orElseThrow(() -> untrusted("the signer's certificate is missing"));
        if (!message.attributes().isEmpty()) {
            message.attributes().requireContentType(CONTENT_TYPE);
        }
        message.requireSignedBy(signer.key());
        signed = message.attributes().signingTime();
        certificates = certificates(message.content());
        digest = DigestAlgorithm.SHA256.digest(der);
    }

    /** Reads a list whose signature holds under the certificate that it brings; the refusals are those of EF.SOD. */
    public static MasterList parse(Bytes der) throws RefusedException {
        return Guarded.parse(RefusalCode.SOD_MALFORMED, "the master list", () -> new MasterList(der));
    }

    private static List<Bytes> certificates(byte[] content) throws Exception {
        ASN1Sequence list = ASN1Sequence.getInstance(content);
        ASN1Integer version = ASN1Integer.getInstance(list.getObjectAt(0));
        RefusedException.require(
                list.size() == 2 && version.hasValue(0), RefusalCode.SOD_VERSION, "a master list of another version");
        List<Bytes> certificates = new ArrayList<>();
        for (ASN1Encodable certificate : ASN1Set.getInstance(list.getObjectAt(1))) {
            certificates.add(Bytes.of(certificate.toASN1Primitive().getEncoded()));
        }
        return certificates;
    }

    /** Its certificates in DER, in order, none of them looked at. */
    public List<Bytes> certificates() {
        return List.copyOf(certificates);
    }

    /** SHA-256 of the list, 32 bytes. */
    public Bytes digest() {
        return digest;
    }

    /** Country of its signer, in upper case. */
    public String country() {
        return signer.country();
    }

    /** When its signer says that it was signed. */
    public Optional<Instant> signed() {
        return signed;
    }

    /**
     * Refuses {@code signer-untrusted} unless its signer is one of these, or one that one of these issued and that was
     * valid when it signed.
     *
     * @param roots whom the operator trusts to vouch for other States
     * @param at stands for the time of signing where the list names none
     */
    public void requireVouchedBy(Collection<SignedCertificate> roots, Instant at) throws RefusedException {
        Instant time = signed.orElse(at);
        RefusedException.require(
                !time.isBefore(signer.notBefore()) && !time.isAfter(signer.notAfter()),
                RefusalCode.SIGNER_UNTRUSTED,
                "the signer of the master list was not valid when it signed");
        for (SignedCertificate root : roots) {
            if (root.digest().equals(signer.digest())) {
                return;
            }
            if (root.subject().equals(signer.issuer()) && root.maySignCertificates()) {
                try {
                    signer.requireSignedBy(root, RefusalCode.SIGNER_UNTRUSTED);
                    return;
                } catch (RefusedException other) {
                    continue; // roots share names: another one may fit
                }
            }
        }
        throw untrusted("no confirmed certificate vouches for the signer of the master list");
    }

    private static RefusedException untrusted(String detail) {
        return new RefusedException(RefusalCode.SIGNER_UNTRUSTED, detail);
    }
}
