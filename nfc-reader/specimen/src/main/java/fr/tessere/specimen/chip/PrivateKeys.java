package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/** Private keys as they are personalised, PKCS#8. What cannot be read stops the making of the chip. */
final class PrivateKeys {
    private PrivateKeys() {}

    /** A key with its domain parameters. */
    record Agreement(DomainGroup group, BigInteger number) {
        @Override
        public String toString() {
            return "Agreement[hidden]";
        }
    }

    /** A key for key agreement. */
    static Agreement agreement(Bytes pkcs8) {
        Optional<PrimeFieldPrivateKey> prime = PrimeFieldPrivateKey.ofPkcs8(pkcs8);
        if (prime.isPresent()) {
            return prime.get().agreement();
        }
        AsymmetricKeyParameter key = any(pkcs8);
        if (key instanceof ECPrivateKeyParameters elliptic) {
            return new Agreement(EllipticGroup.of(elliptic.getParameters()), elliptic.getD());
        }
        throw new IllegalArgumentException("a key for Chip Authentication is of elliptic curve or DH kind");
    }

    /** A key of any kind. */
    static AsymmetricKeyParameter any(Bytes pkcs8) {
        try {
            return PrivateKeyFactory.createKey(pkcs8.toArray());
        } catch (IOException | RuntimeException notAKey) {
            throw new IllegalArgumentException("%d bytes that are not a PKCS#8 key".formatted(pkcs8.length()), notAKey);
        }
    }
}
