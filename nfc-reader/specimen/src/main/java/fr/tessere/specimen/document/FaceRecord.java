package fr.tessere.specimen.document;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes DG2: one face image in an ISO/IEC 19794-5:2005 record inside CBEFF objects (ICAO 9303-10 §4.7.2). */
final class FaceRecord {
    private static final int HEADER = 14;
    private static final int FACE = 20;
    private static final int IMAGE = 12;
    private static final byte FULL_FRONTAL = 1;
    private static final byte JPEG = 0;
    private static final byte SRGB = 1;

    private FaceRecord() {}

    static Bytes dg2(DrawnFace face) {
        Bytes type = DataGroups.object(0x81, Bytes.of((byte) 2));
        Bytes subtype = DataGroups.object(0x82, Bytes.of((byte) 0));
        Bytes owner = DataGroups.object(0x87, Bytes.ofHex("0101"));
        Bytes format = DataGroups.object(0x88, Bytes.ofHex("0008"));
        Bytes header = DataGroups.object(0xA1, type, subtype, owner, format);
        Bytes template = DataGroups.object(0x7F60, header, DataGroups.object(0x5F2E, record(face)));
        Bytes count = DataGroups.object(0x02, Bytes.of((byte) 1));
        return DataGroups.file(FileId.DG2, DataGroups.object(0x7F61, count, template));
    }

    private static Bytes record(DrawnFace face) {
        int block = FACE + IMAGE + face.jpeg().length();
        ByteBuffer record = ByteBuffer.allocate(HEADER + block);
        record.put("FAC\0".getBytes(StandardCharsets.US_ASCII));
        record.put("010\0".getBytes(StandardCharsets.US_ASCII));
        record.putInt(HEADER + block).putShort((short) 1);
        // no feature points; sex, colours, expression and pose not given
        record.putInt(block).put(new byte[FACE - 4]);
        record.put(FULL_FRONTAL).put(JPEG);
        record.putShort((short) face.width()).putShort((short) face.height());
        record.put(SRGB).put(new byte[5]);
        record.put(face.jpeg().toArray());
        return Bytes.of(record.array());
    }
}
