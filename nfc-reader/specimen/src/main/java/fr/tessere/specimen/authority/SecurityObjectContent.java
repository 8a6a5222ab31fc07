package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;

/**
 * What a State signs: one hash for each data group (LDSSecurityObject, ICAO 9303-10 §4.6.2.3).
 *
 * @param version 0, or 1 with the LDS version inside the signed bytes
 * @param hash the algorithm of all the hashes
 * @param hashes by data group number, 1 to 16
 */
public record SecurityObjectContent(int version, HashAlgorithm hash, SortedMap<Integer, Bytes> hashes) {
    public SecurityObjectContent {
        if (version < 0 || version > 1) {
            throw new IllegalArgumentException("an LDS security object has version 0 or 1, got " + version);
        }
        hashes = new TreeMap<>(hashes);
    }

    /** DER. */
    public Bytes encode() {
        ASN1EncodableVector groups = new ASN1EncodableVector();
        hashes.forEach((number, digest) -> {
            ASN1EncodableVector group = new ASN1EncodableVector();
            group.add(new ASN1Integer(number));
            group.add(new DEROctetString(digest.toArray()));
            groups.add(new DERSequence(group));
        });
        ASN1EncodableVector content = new ASN1EncodableVector();
        content.add(new ASN1Integer(version));
        content.add(hash.identifier());
        content.add(new DERSequence(groups));
        if (version == 1) {
            ASN1EncodableVector versions = new ASN1EncodableVector();
            versions.add(new DERPrintableString("0108"));
            versions.add(new DERPrintableString("040000"));
            content.add(new DERSequence(versions));
        }
        return CountrySigner.der(new DERSequence(content));
    }
}
