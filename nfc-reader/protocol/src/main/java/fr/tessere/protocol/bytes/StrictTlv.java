package fr.tessere.protocol.bytes;

import java.util.ArrayList;
import java.util.List;

/**
 * One BER-TLV object (ISO 7816-4 §5.2.2) whose declared length equals the bytes present. Definite lengths of at most
 * four bytes, tags of at most three; nothing is allocated before the length is known to fit.
 *
 * @param tag the tag bytes as one number, for example {@code 0x7F61}
 * @param value the content, without tag and length
 */
public record StrictTlv(int tag, Bytes value) {

    /** Reads one object that fills all the bytes. */
    public static StrictTlv parse(Bytes bytes) throws TlvException {
        Header header = Header.read(bytes, 0);
        long declared = (long) header.size() + header.length();
        if (declared != bytes.length()) {
            throw new TlvException("the object declares %d bytes, %d were sent".formatted(declared, bytes.length()));
        }
        return new StrictTlv(header.tag(), bytes.from(header.size()));
    }

    /** Reads one object with this tag that fills all the bytes. */
    public static StrictTlv parse(int expectedTag, Bytes bytes) throws TlvException {
        StrictTlv object = parse(bytes);
        if (object.tag != expectedTag) {
            throw new TlvException("found tag %X, expected %X".formatted(object.tag, expectedTag));
        }
        return object;
    }

    /** Reads the objects that fill all the bytes, one behind the other; none from no bytes. */
    public static List<StrictTlv> parseAll(Bytes bytes) throws TlvException {
        List<StrictTlv> objects = new ArrayList<>();
        int at = 0;
        while (at < bytes.length()) {
            Header header = Header.read(bytes, at);
            long end = (long) at + header.size() + header.length();
            if (end > bytes.length()) {
                throw new TlvException("the object at %d ends at %d of %d bytes".formatted(at, end, bytes.length()));
            }
            objects.add(new StrictTlv(header.tag(), bytes.slice(at + header.size(), (int) end)));
            at = (int) end;
        }
        return objects;
    }

    /**
     * Total length in bytes (tag, length and value) that the first bytes of an object declare; at least the first 8
     * bytes, or all there are, must be given.
     */
    public static long declaredLength(Bytes beginning) throws TlvException {
        Header header = Header.read(beginning, 0);
        return (long) header.size() + header.length();
    }

    /** The objects inside this one. */
    public List<StrictTlv> children() throws TlvException {
        return parseAll(value);
    }

    /** Tag, shortest length form, value. */
    public Bytes encode() {
        return Bytes.concat(tagBytes(), lengthBytes(value.length()), value);
    }

    private Bytes tagBytes() {
        if (tag > 0xFFFF) {
            return Bytes.of((byte) (tag >> 16), (byte) (tag >> 8), (byte) tag);
        }
        return tag > 0xFF ? Bytes.of((byte) (tag >> 8), (byte) tag) : Bytes.of((byte) tag);
    }

    private static Bytes lengthBytes(int length) {
        if (length < 0x80) {
            return Bytes.of((byte) length);
        }
        if (length <= 0xFF) {
            return Bytes.of((byte) 0x81, (byte) length);
        }
        if (length <= 0xFFFF) {
            return Bytes.of((byte) 0x82, (byte) (length >> 8), (byte) length);
        }
        return Bytes.of((byte) 0x84, (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length);
    }
}
