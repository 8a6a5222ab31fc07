package fr.tessere.reader.access;

import fr.tessere.protocol.bytes.Bytes;
import java.security.SecureRandom;

/** Gives the bytes of a worked example, in order. */
final class FixedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient Bytes bytes;
    private int at;

    FixedRandom(String... hex) {
        bytes = Bytes.ofHex(String.join("", hex));
    }

    @Override
    public void nextBytes(byte[] target) {
        System.arraycopy(bytes.toArray(), at, target, 0, target.length);
        at += target.length;
    }
}
