package fr.tessere.journal.keys;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import org.keycloak.common.crypto.CryptoIntegration;

/**
 * ES256 (RFC 7518 §3.4): ECDSA on P-256 with SHA-256, r and s one behind the other, 32 bytes each. Computed by Bouncy
 * Castle, by name: who names no provider gets the JDK's, which takes 5 to 12 times as long on Java 17.
 */
public final class CurveSignature {
    private static final String ES256 = "SHA256withPLAIN-ECDSA";

    private final Provider provider;
    private final CurveKeys keys;

    /** Computed by this provider, a Bouncy Castle. */
    public CurveSignature(Provider provider) {
        this.provider = provider;
        this.keys = new CurveKeys(provider);
    }

    /** With the Bouncy Castle that Keycloak itself uses; one for all, since it remembers keys. */
    public static CurveSignature ofThisServer() {
        return OfThisServer.ONE;
    }

    private static final class OfThisServer {
        static final CurveSignature ONE =
                new CurveSignature(CryptoIntegration.getProvider().getBouncyCastleProvider());
    }

    /** The signature: 64 bytes. */
    public byte[] sign(PrivateKey key, byte[] data) throws GeneralSecurityException {
        Signature signature = es256();
        signature.initSign(keys.of(key));
        signature.update(data);
        return signature.sign();
    }

    /** True if the signature is the key's; a signature of another length is an exception. */
    public boolean verify(PublicKey key, byte[] data, byte[] given) throws GeneralSecurityException {
        Signature signature = es256();
        signature.initVerify(keys.of(key));
        signature.update(data);
        return signature.verify(given);
    }

    private Signature es256() throws GeneralSecurityException {
        return Signature.getInstance(ES256, provider);
    }
}
