package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import java.security.SecureRandom;

/** Gives the bytes it was given, then fails: what is drawn, and how much, is part of the example. */
final class ScriptedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient Bytes script;
    private int at;

    ScriptedRandom(Bytes... drawn) {
        script = Bytes.concat(drawn);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        System.arraycopy(script.slice(at, at + bytes.length).toArray(), 0, bytes, 0, bytes.length);
        at += bytes.length;
    }
}
