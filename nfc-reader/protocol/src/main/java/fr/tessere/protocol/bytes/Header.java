package fr.tessere.protocol.bytes;

/**
 * Tag and length of one BER-TLV object.
 *
 * @param tag the tag bytes as one number
 * @param size bytes that tag and length take together
 * @param length bytes that the value is declared to take
 */
record Header(int tag, int size, int length) {

    static Header read(Bytes bytes, int start) throws TlvException {
        int at = start;
        int tag = byteAt(bytes, at++);
        if ((tag & 0x1F) == 0x1F) {
            int next;
            do {
                if (at - start > 2) {
                    throw new TlvException("a tag of more than 3 bytes");
                }
                next = byteAt(bytes, at++);
                tag = tag << 8 | next;
            } while ((next & 0x80) != 0);
        }
        int length = byteAt(bytes, at++);
        if (length >= 0x80) {
            int count = length & 0x7F;
            if (count == 0 || count > 4) {
                throw new TlvException("a length of %d bytes, expected 1 to 4".formatted(count));
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                if (length > 0x7FFFFF) {
                    throw new TlvException("a length of 2 GiB or more");
                }
                length = length << 8 | byteAt(bytes, at++);
            }
        }
        return new Header(tag, at - start, length);
    }

    private static int byteAt(Bytes bytes, int at) throws TlvException {
        if (at >= bytes.length()) {
            throw new TlvException("the bytes end inside a tag or length, at %d".formatted(at));
        }
        return bytes.at(at);
    }
}
