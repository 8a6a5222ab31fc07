package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.RefusedException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;

/** What a CMS signer signs in place of the content: its type, its digest, perhaps the time (RFC 5652 §11). */
public final class SignedAttributes {
    private static final Pattern IN_UTC = Pattern.compile("[0-9]{14}GMT\\+00:00");
    /** Where year, month, day, hour, minute and second end. */
    private static final int[] ENDS = {4, 6, 8, 10, 12, 14};

    private final Map<ASN1ObjectIdentifier, ASN1Encodable> values = new HashMap<>();
    private final byte[] encoded;

    private SignedAttributes(byte[] encoded) {
        this.encoded = encoded;
    }

    static SignedAttributes of(SignerInfo signer) throws RefusedException, IOException {
        ASN1Set set = signer.getAuthenticatedAttributes();
        if (set == null) {
            return new SignedAttributes(new byte[0]);
        }
        // the signature covers the DER encoding with the tag of a SET (RFC 5652 §5.4)
        SignedAttributes attributes = new SignedAttributes(set.getEncoded(ASN1Encoding.DER));
        for (ASN1Encodable element : set) {
            Attribute attribute = Attribute.getInstance(element);
            require(attribute.getAttrValues().size() == 1, "an attribute without exactly one value");
            ASN1Encodable value = attribute.getAttrValues().getObjectAt(0);
            require(attributes.values.put(attribute.getAttrType(), value) == null, "an attribute that stands twice");
        }
        return attributes;
    }

    /** True if the signer signed the content directly. */
    public boolean isEmpty() {
        return encoded.length == 0;
    }

    /** The bytes that are signed. */
    byte[] encoded() {
        return encoded;
    }

    /** When the signer says it signed. */
    public Optional<Instant> signingTime() {
        ASN1Encodable time = values.get(CMSAttributes.signingTime);
        return time == null ? Optional.empty() : Optional.of(instant(Time.getInstance(time)));
    }

    /** As documents write it, to the second and in UTC: read here, since Java's date formats take a fifth of a signature. */
    private static Instant instant(Time time) {
        String text = time.getTime();
        if (!IN_UTC.matcher(text).matches()) {
            return time.getDate().toInstant();
        }
        int[] fields = new int[ENDS.length];
        for (int i = 0; i < ENDS.length; i++) {
            fields[i] = Integer.parseInt(text, i == 0 ? 0 : ENDS[i - 1], ENDS[i], 10);
        }
        return LocalDateTime.of(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5])
                .toInstant(ZoneOffset.UTC);
    }

    /** Refuses unless the content type is this one. */
    public void requireContentType(ASN1ObjectIdentifier expected) throws RefusedException {
        ASN1Encodable type = values.get(CMSAttributes.contentType);
        require(expected.equals(type), "the attribute contentType is missing or another");
    }

    void requireDigest(Bytes expected) throws RefusedException {
        ASN1Encodable value = values.get(CMSAttributes.messageDigest);
        require(value instanceof ASN1OctetString, "the attribute messageDigest is missing");
        Bytes found = Bytes.of(ASN1OctetString.getInstance(value).getOctets());
        RefusedException.require(found.equals(expected), RefusalCode.SOD_DIGEST, "messageDigest is not the content's");
    }

    private static void require(boolean holds, String detail) throws RefusedException {
        RefusedException.require(holds, RefusalCode.SOD_ATTRIBUTES, detail);
    }
}
