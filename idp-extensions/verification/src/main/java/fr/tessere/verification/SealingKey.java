package fr.tessere.verification;

import fr.tessere.protocol.bytes.Bytes;

/**
 * The key under which this door seals what must wait in a store. Never printed.
 *
 * @param value 32 bytes, for AES-256-GCM
 */
public record SealingKey(Bytes value) {
    public SealingKey {
        if (value.length() != 32) {
            throw new IllegalArgumentException("a sealing key has 32 bytes, got " + value.length());
        }
    }

    @Override
    public String toString() {
        return "SealingKey[hidden]";
    }
}
