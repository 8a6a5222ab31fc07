package fr.tessere.audit.tree;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 value, 32 bytes: of a leaf, of a node or of a whole tree. Public, so compared without care for time. */
public final class Hash {
    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private final byte[] value;

    private Hash(byte[] owned) {
        value = owned;
    }

    /** A copy of these 32 bytes. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, got " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** Of 64 hexadecimal digits. */
    public static Hash ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** Of base64 (RFC 4648 §4). */
    public static Hash ofBase64(String base64) {
        return of(Base64.getDecoder().decode(base64));
    }

    /** A copy that the caller may change. */
    public byte[] toArray() {
        return value.clone();
    }

    /** 64 lower-case hexadecimal digits. */
    public String toHex() {
        return HexFormat.of().formatHex(value);
    }

    /** Base64 with padding, 44 characters. */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash hash && Arrays.equals(value, hash.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
