package fr.tessere.keycloak.settings;

import fr.tessere.protocol.bytes.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The one secret of this installation, 32 bytes; every key is derived from it by HKDF-SHA-256 (RFC 5869). Never printed. */
public final class Secret {
    /** Length of the secret and of each derived key, bytes. */
    public static final int LENGTH = 32;

    private static final String HMAC = "HmacSHA256";

    private final byte[] pseudorandomKey;

    /** From the random bytes. */
    public Secret(Bytes random) {
        if (random.length() != LENGTH) {
            throw new SettingException("the secret has %d bytes, found %d".formatted(LENGTH, random.length()));
        }
        // RFC 5869 §2.2 without salt: a key of zeros
        pseudorandomKey = hmac(new byte[LENGTH], random.toArray());
    }

    /** From a file that holds the random bytes in base64. */
    public static Secret load(Path file) {
        return new Secret(bytes(file));
    }

    /** The random bytes that a file holds in base64, {@value #LENGTH} of them. */
    static Bytes bytes(Path file) {
        try {
            Bytes random = Bytes.ofBase64(
                    Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (random.length() != LENGTH) {
                throw new SettingException("%s has %d bytes, expected %d".formatted(file, random.length(), LENGTH));
            }
            return random;
        } catch (IOException unreadable) {
            throw new SettingException("the secret file %s cannot be read".formatted(file));
        } catch (IllegalArgumentException notBase64) {
            throw new SettingException("the secret file %s does not hold base64".formatted(file));
        }
    }

    /** The key for one purpose, {@value #LENGTH} bytes (RFC 5869 §2.3, one block). */
    public Bytes key(String purpose) {
        byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
        byte[] block = new byte[info.length + 1];
        System.arraycopy(info, 0, block, 0, info.length);
        block[info.length] = 1;
        return Bytes.of(hmac(pseudorandomKey, block));
    }

    /** HMAC-SHA-256, 32 bytes. */
    public static Bytes digest(Bytes key, Bytes message) {
        return Bytes.of(hmac(key.toArray(), message.toArray()));
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + HMAC, impossible);
        }
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
