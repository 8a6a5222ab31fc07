package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;

/** Country signers that one State vouches for, signed by it (ICAO 9303-12 §9). */
public final class MasterList {
    private static final ASN1ObjectIdentifier CONTENT_TYPE = new ASN1ObjectIdentifier("2.23.136.1.1.2");

    private MasterList() {}

    /**
     * The certificates of a list that is signed by one of these certificates, or by a list signer that one of them issued.
     *
     * @param der the CMS message
     * @param roots whom the operator trusts to vouch for other States
     */
    public static List<SignedCertificate> read(Bytes der, List<SignedCertificate> roots) throws RefusedException {
        SignedMessage message = SignedMessage.parse(der, CONTENT_TYPE);
        SignedCertificate signer = message.signerCertificate(
                        TrustAnchors.of(List.of(), roots, List.of()), SignedCertificate::parse)
                .orElseThrow(() -> untrusted("the signer's certificate is missing"));
        if (!message.attributes().isEmpty()) {
            message.attributes().requireContentType(CONTENT_TYPE);
        }
        message.requireSignedBy(signer.key());
        requireTrusted(signer, roots);
        return Guarded.parse(RefusalCode.SOD_MALFORMED, "the master list", () -> certificates(message.content()));
    }

    private static List<SignedCertificate> certificates(byte[] content) throws Exception {
        ASN1Sequence list = ASN1Sequence.getInstance(content);
        ASN1Integer version = ASN1Integer.getInstance(list.getObjectAt(0));
        RefusedException.require(
                list.size() == 2 && version.hasValue(0), RefusalCode.SOD_VERSION, "a master list of another version");
        List<SignedCertificate> certificates = new ArrayList<>();
        for (ASN1Encodable certificate : ASN1Set.getInstance(list.getObjectAt(1))) {
            certificates.add(SignedCertificate.parse(
                    Bytes.of(certificate.toASN1Primitive().getEncoded())));
        }
        return certificates;
    }

    private static void requireTrusted(SignedCertificate signer, List<SignedCertificate> roots)
            throws RefusedException {
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
        throw untrusted("no configured certificate vouches for the signer of the master list");
    }

    private static RefusedException untrusted(String detail) {
        return new RefusedException(RefusalCode.SIGNER_UNTRUSTED, detail);
    }
}
