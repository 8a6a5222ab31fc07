package fr.tessere.protocol.bytes;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** An immutable byte string: copied on the way in and out, compared in constant time, printed as its length only. */
public final class Bytes {
    /** The byte string of length 0. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] value;

    private Bytes(byte[] owned) {
        value = owned;
    }

    /** A copy of the given bytes. */
    public static Bytes of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
    }

    /** Reads an even number of hexadecimal digits, upper or lower case. */
    public static Bytes ofHex(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex));
    }

    /** Reads base64 (RFC 4648 §4, with padding, no line breaks). */
    public static Bytes ofBase64(String base64) {
        return new Bytes(Base64.getDecoder().decode(base64));
    }

    /** The given byte strings, one behind the other. */
    public static Bytes concat(Bytes... parts) {
        int length = 0;
        for (Bytes part : parts) {
            length = Math.addExact(length, part.length());
        }
        byte[] all = new byte[length];
        int at = 0;
        for (Bytes part : parts) {
            System.arraycopy(part.value, 0, all, at, part.value.length);
            at += part.value.length;
        }
        return new Bytes(all);
    }

    /** Number of bytes. */
    public int length() {
        return value.length;
    }

    /** True for the byte string of length 0. */
    public boolean isEmpty() {
        return value.length == 0;
    }

    /** The byte at this offset as a number, 0 to 255. */
    public int at(int offset) {
        return value[offset] & 0xFF;
    }

    /** The bytes from one offset to the end. */
    public Bytes from(int offset) {
        return slice(offset, value.length);
    }

    /** The bytes from one offset (included) to another (excluded); refuses what lies outside. */
    public Bytes slice(int from, int to) {
        if (from < 0 || to < from || to > value.length) {
            throw new IndexOutOfBoundsException("bytes " + from + " to " + to + " of " + value.length);
        }
        return new Bytes(Arrays.copyOfRange(value, from, to));
    }

    /** A copy that the caller may change. */
    public byte[] toArray() {
        return value.clone();
    }

    /** Upper-case hexadecimal digits. */
    public String toHex() {
        return HexFormat.of().withUpperCase().formatHex(value);
    }

    /** Base64 with padding (RFC 4648 §4). */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(value);
    }

    /** Constant-time in the content. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes bytes && MessageDigest.isEqual(value, bytes.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /** The length only: byte strings may be anyone's data. */
    @Override
    public String toString() {
        return "Bytes[" + value.length + "]";
    }
}
