package fr.tessere.journal.keys;

import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Keys of elliptic curves as those of one provider. A signature with another provider's key works, and takes three times
 * as long: the tables of its curve are made anew each time. A key is forgotten with the one that it stands for.
 */
final class CurveKeys {
    private final KeyFactory factory;
    private final Map<Key, Key> own = Collections.synchronizedMap(new WeakHashMap<>());

    CurveKeys(Provider provider) {
        try {
            factory = KeyFactory.getInstance("EC", provider);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalArgumentException("a provider without elliptic curves", impossible);
        }
    }

    PrivateKey of(PrivateKey key) throws InvalidKeyException {
        return (PrivateKey) translated(key);
    }

    PublicKey of(PublicKey key) throws InvalidKeyException {
        return (PublicKey) translated(key);
    }

    private Key translated(Key key) throws InvalidKeyException {
        Key known = own.get(key);
        if (known == null) {
            known = factory.translateKey(key);
            own.put(key, known);
        }
        return known;
    }
}
