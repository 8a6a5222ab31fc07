package fr.tessere.audit.head;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** Signs heads. The private key may lie in a hardware module: it is only ever asked to sign. */
public final class HeadSigner {
    private final Es256 es256;
    private final LogKey key;

    /** Computed by whoever does what {@link Es256} says. */
    public HeadSigner(Es256 es256, LogKey key) {
        this.es256 = es256;
        this.key = key;
    }

    /** Computed by the provider to which the private key belongs, or by the JDK. */
    public HeadSigner(PrivateKey privateKey, LogKey key) {
        this(data -> sign(privateKey, data), key);
    }

    /** ES256 (RFC 7518 §3.4): ECDSA on P-256 with SHA-256. */
    @FunctionalInterface
    public interface Es256 {
        /** The signature of these bytes: r and s, 32 bytes each. */
        byte[] sign(byte[] data) throws GeneralSecurityException;
    }

    /** The key that others verify with. */
    public LogKey key() {
        return key;
    }

    /** Signs. */
    public SignedHead sign(Head head) {
        String unsigned = HeadForm.unsigned(key.id(), head.text());
        try {
            byte[] signed = es256.sign(unsigned.getBytes(StandardCharsets.US_ASCII));
            return new SignedHead(head, unsigned + "." + HeadForm.encode(signed));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "the key of the log does not sign: " + broken.getClass().getName());
        }
    }

    private static byte[] sign(PrivateKey privateKey, byte[] data) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(HeadForm.ALGORITHM);
        signature.initSign(privateKey);
        signature.update(data);
        return signature.sign();
    }
}
