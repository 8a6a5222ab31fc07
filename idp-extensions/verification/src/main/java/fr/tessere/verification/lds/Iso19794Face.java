package fr.tessere.verification.lds;

import static fr.tessere.verification.lds.FaceImageReader.malformed;
import static fr.tessere.verification.lds.FaceImageReader.require;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.RefusedException;
import java.nio.ByteBuffer;

/** A facial record of ISO/IEC 19794-5:2005 §5: fixed headers, feature points that are jumped over, then the image. */
final class Iso19794Face {
    /** "FAC", zero, "010", zero. */
    private static final Bytes MAGIC = Bytes.ofHex("4641430030313000");

    private static final int RECORD_HEADER = 14;
    private static final int FACE_HEADER = 20;
    private static final int FEATURE_POINT = 8;
    private static final int IMAGE_HEADER = 12;

    private Iso19794Face() {}

    static Bytes image(Bytes record) throws RefusedException {
        require(record.length() > RECORD_HEADER + FACE_HEADER + IMAGE_HEADER, malformed("a whole facial record"));
        require(record.slice(0, MAGIC.length()).equals(MAGIC), malformed("format FAC, version 010"));
        ByteBuffer header = ByteBuffer.wrap(record.toArray());
        long declared = Integer.toUnsignedLong(header.getInt(MAGIC.length()));
        int faces = Short.toUnsignedInt(header.getShort(MAGIC.length() + 4));
        require(declared == record.length(), malformed("a facial record as long as it declares"));
        require(faces >= 1, malformed("at least one face"));
        long faceLength = Integer.toUnsignedLong(header.getInt(RECORD_HEADER));
        int points = Short.toUnsignedInt(header.getShort(RECORD_HEADER + 4));
        long imageStart = RECORD_HEADER + FACE_HEADER + (long) points * FEATURE_POINT + IMAGE_HEADER;
        long imageEnd = RECORD_HEADER + faceLength;
        require(
                imageStart < imageEnd && imageEnd <= record.length() && (faces > 1 || imageEnd == record.length()),
                malformed("a face as long as it declares"));
        return record.slice((int) imageStart, (int) imageEnd);
    }
}
