package fr.tessere.verification.lds;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The LDS security object: digests of all data groups of the document (ICAO 9303-10 §4.6.2.3, versions 0 and 1).
 *
 * @param version 0 or 1
 * @param algorithm of the digests
 * @param digests one for each data group that the document has
 */
public record SecurityObject(int version, DigestAlgorithm algorithm, Map<FileId, Bytes> digests) {
    /** The only LDS version that has version 1 of this object: 1.8 (ICAO 9303-10 §4.6.2.3). */
    private static final String LDS_VERSION = "0108";

    public SecurityObject {
        digests = Map.copyOf(digests);
    }

    /** Reads the content that EF.SOD signs. */
    public static SecurityObject parse(byte[] content) throws RefusedException {
        return Guarded.parse(RefusalCode.SOD_MALFORMED, "the LDS security object", () -> read(content));
    }

    private static SecurityObject read(byte[] content) throws RefusedException {
        ASN1Sequence object = ASN1Sequence.getInstance(content);
        int version = version(object);
        RefusedException.require(
                object.size() == 3 + version,
                RefusalCode.SOD_VERSION,
                () -> "version %d of the LDS security object with %d parts".formatted(version, object.size()));
        DigestAlgorithm algorithm = DigestAlgorithm.of(AlgorithmIdentifier.getInstance(object.getObjectAt(1)));
        ASN1Sequence list = ASN1Sequence.getInstance(object.getObjectAt(2));
        require(list.size() >= 2 && list.size() <= 16, list.size() + " data group digests, expected 2 to 16");
        Map<FileId, Bytes> digests = new EnumMap<>(FileId.class);
        for (ASN1Encodable entry : list) {
            ASN1Sequence pair = ASN1Sequence.getInstance(entry);
            require(pair.size() == 2, "a data group digest has " + pair.size() + " parts, expected 2");
            int number = ASN1Integer.getInstance(pair.getObjectAt(0)).intValueExact();
            FileId file = FileId.ofDataGroup(number)
                    .orElseThrow(() -> malformed("data group number " + number + ", expected 1 to 16"));
            Bytes digest =
                    Bytes.of(ASN1OctetString.getInstance(pair.getObjectAt(1)).getOctets());
            require(
                    digest.length() == algorithm.length(),
                    () -> "a digest of %d bytes, expected %d".formatted(digest.length(), algorithm.length()));
            require(digests.put(file, digest) == null, "two digests of " + file.word());
        }
        return new SecurityObject(version, algorithm, digests);
    }

    private static int version(ASN1Sequence object) throws RefusedException {
        require(object.size() >= 3 && object.size() <= 4, "the LDS security object has " + object.size() + " parts");
        ASN1Integer version = ASN1Integer.getInstance(object.getObjectAt(0));
        RefusedException.require(
                version.hasValue(0) || version.hasValue(1),
                RefusalCode.SOD_VERSION,
                "LDS security object version " + version + ", expected 0 or 1");
        if (version.hasValue(1)) {
            RefusedException.require(object.size() == 4, RefusalCode.SOD_VERSION, "version 1 without LDS version");
            ASN1Sequence info = ASN1Sequence.getInstance(object.getObjectAt(3));
            require(info.size() == 2, "LDS version info has " + info.size() + " parts, expected 2");
            String lds = ASN1PrintableString.getInstance(info.getObjectAt(0)).getString();
            RefusedException.require(
                    lds.equals(LDS_VERSION), RefusalCode.SOD_VERSION, "version 1 of another LDS version than 1.8");
            ASN1PrintableString.getInstance(info.getObjectAt(1));
        }
        return version.intValueExact();
    }

    private static void require(boolean holds, String detail) throws RefusedException {
        RefusedException.require(holds, RefusalCode.SOD_MALFORMED, detail);
    }

    private static void require(boolean holds, Supplier<String> detail) throws RefusedException {
        RefusedException.require(holds, RefusalCode.SOD_MALFORMED, detail);
    }

    private static RefusedException malformed(String detail) {
        return new RefusedException(RefusalCode.SOD_MALFORMED, detail);
    }
}
