package fr.tessere.protocol.card;

import fr.tessere.protocol.bytes.Bytes;

/**
 * A command to a card (ISO 7816-4 §5.1), in short form where it fits and extended form where it must be.
 *
 * @param cla class byte
 * @param ins instruction byte
 * @param p1 first parameter byte
 * @param p2 second parameter byte
 * @param data command data, 0 to 65,535 bytes
 * @param expected largest number of answer bytes wanted: 0 for none, 256 for the short form's maximum, up to 65,536
 */
public record CommandApdu(int cla, int ins, int p1, int p2, Bytes data, int expected) {

    public CommandApdu {
        requireByte(cla);
        requireByte(ins);
        requireByte(p1);
        requireByte(p2);
        if (data.length() > 0xFFFF || expected < 0 || expected > 0x10000) {
            throw new IllegalArgumentException("a command has at most 65535 bytes and expects at most 65536");
        }
    }

    /** A command without data. */
    public static CommandApdu of(int cla, int ins, int p1, int p2, int expected) {
        return new CommandApdu(cla, ins, p1, p2, Bytes.EMPTY, expected);
    }

    /** Reads a command as it came over the wire: one of the seven cases of ISO 7816-3 §12.1.3, no byte left over. */
    public static CommandApdu parse(Bytes raw) {
        if (raw.length() < 4) {
            throw new IllegalArgumentException("a command has at least 4 bytes, got " + raw.length());
        }
        Bytes body = raw.from(4);
        boolean extended = body.length() >= 3 && body.at(0) == 0;
        int width = extended ? 2 : 1;
        int start = extended ? 1 : 0;
        int afterLength = start + width;
        Bytes data = Bytes.EMPTY;
        int expected = 0;
        if (body.length() == afterLength) {
            expected = expected(body, start, width);
        } else if (!body.isEmpty()) {
            int length = number(body, start, width);
            data = body.slice(afterLength, Math.min(body.length(), afterLength + length));
            int left = body.length() - afterLength - length;
            if (length == 0 || left != 0 && left != width) {
                throw new IllegalArgumentException(
                        "the command's length bytes do not fit its " + raw.length() + " bytes");
            }
            expected = left == 0 ? 0 : expected(body, body.length() - width, width);
        }
        return new CommandApdu(raw.at(0), raw.at(1), raw.at(2), raw.at(3), data, expected);
    }

    /** True if the command only exists in extended form: more than 255 data bytes or more than 256 expected. */
    public boolean isExtended() {
        return data.length() > 255 || expected > 256;
    }

    /** The command as it goes over the wire. */
    public Bytes encode() {
        Bytes header = Bytes.of((byte) cla, (byte) ins, (byte) p1, (byte) p2);
        if (isExtended()) {
            Bytes mark = Bytes.of((byte) 0);
            Bytes lc = data.isEmpty() ? Bytes.EMPTY : twoBytes(data.length());
            Bytes le = expected == 0 ? Bytes.EMPTY : twoBytes(expected);
            return Bytes.concat(header, mark, lc, data, le);
        }
        Bytes lc = data.isEmpty() ? Bytes.EMPTY : Bytes.of((byte) data.length());
        Bytes le = expected == 0 ? Bytes.EMPTY : Bytes.of((byte) expected);
        return Bytes.concat(header, lc, data, le);
    }

    private static int expected(Bytes body, int at, int width) {
        int number = number(body, at, width);
        if (number == 0) {
            return width == 1 ? 0x100 : 0x10000;
        }
        return number;
    }

    private static int number(Bytes body, int at, int width) {
        return width == 1 ? body.at(at) : body.at(at) << 8 | body.at(at + 1);
    }

    private static Bytes twoBytes(int number) {
        return Bytes.of((byte) (number >> 8), (byte) number);
    }

    private static void requireByte(int number) {
        if (number < 0 || number > 0xFF) {
            throw new IllegalArgumentException("a header byte lies between 0 and 255");
        }
    }
}
