package fr.tessere.audit.head;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** Signs heads. The private key may lie in a hardware module: it is only ever asked to sign. */
public final class HeadSigner {
    private final PrivateKey privateKey;
    private final LogKey key;

    public HeadSigner(PrivateKey privateKey, LogKey key) {
        this.privateKey = privateKey;
        this.key = key;
    }

    /** The key that others verify with. */
    public LogKey key() {
        return key;
    }

    /** Signs. */
    public SignedHead sign(Head head) {
        String unsigned = HeadForm.unsigned(key.id(), head.text());
        try {
            Signature signature = Signature.getInstance(HeadForm.ALGORITHM);
            signature.initSign(privateKey);
            signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
            return new SignedHead(head, unsigned + "." + HeadForm.encode(signature.sign()));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "the key of the log does not sign: " + broken.getClass().getName());
        }
    }
}
