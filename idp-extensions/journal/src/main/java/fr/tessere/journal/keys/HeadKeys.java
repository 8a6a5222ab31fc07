package fr.tessere.journal.keys;

import fr.tessere.audit.head.HeadSigner;
import fr.tessere.audit.head.LogKey;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.jce.spec.ECNamedCurveSpec;

/** Finds the key that signs heads: in a keystore file, in a module that speaks PKCS#11, or made from the installation's secret. */
public final class HeadKeys {
    private static final CurveSignature CURVE = new CurveSignature(new BouncyCastleProvider());

    private HeadKeys() {}

    /**
     * From a keystore.
     *
     * @param file a PKCS#12 file, or the configuration of the JDK's SunPKCS11 for a file whose name ends in {@code .cfg}
     * @param passwordFile file with the password or PIN
     * @param alias of the key
     */
    public static HeadSigner ofKeystore(Path file, Path passwordFile, String alias) {
        try {
            char[] password = Files.readString(passwordFile, StandardCharsets.UTF_8)
                    .strip()
                    .toCharArray();
            boolean hardware = file.toString().endsWith(".cfg");
            KeyStore store = hardware ? module(file, password) : pkcs12(file, password);
            PrivateKey key = (PrivateKey) store.getKey(alias, password);
            if (key == null || store.getCertificate(alias) == null) {
                throw new IllegalArgumentException("the keystore has no key and certificate of this alias");
            }
            LogKey named = new LogKey((ECPublicKey) store.getCertificate(alias).getPublicKey());
            return hardware ? byModule(store.getProvider(), key, named) : byBouncyCastle(key, named);
        } catch (IOException | GeneralSecurityException | ClassCastException wrong) {
            throw new IllegalArgumentException(
                    "the keystore cannot be used: " + wrong.getClass().getSimpleName());
        }
    }

    private static KeyStore pkcs12(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
    }

    private static KeyStore module(Path configuration, char[] pin) throws IOException, GeneralSecurityException {
        Provider provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, pin);
        return store;
    }

    /** From 64 secret bytes: the same key on every node, and as safe as the secret (FIPS 186-5 A.2.1, extra random bits). */
    public static HeadSigner ofSecret(byte[] secret) {
        ECNamedCurveParameterSpec curve = ECNamedCurveTable.getParameterSpec("secp256r1");
        BigInteger number = new BigInteger(1, secret)
                .mod(curve.getN().subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
        org.bouncycastle.math.ec.ECPoint point = curve.getG().multiply(number).normalize();
        ECNamedCurveSpec terms =
                new ECNamedCurveSpec("secp256r1", curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
        try {
            KeyFactory keys = KeyFactory.getInstance("EC");
            ECPoint place = new ECPoint(
                    point.getAffineXCoord().toBigInteger(),
                    point.getAffineYCoord().toBigInteger());
            LogKey named = new LogKey((ECPublicKey) keys.generatePublic(new ECPublicKeySpec(place, terms)));
            return byBouncyCastle(keys.generatePrivate(new ECPrivateKeySpec(number, terms)), named);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has the curve P-256", impossible);
        }
    }

    private static HeadSigner byBouncyCastle(PrivateKey key, LogKey named) {
        return new HeadSigner(data -> CURVE.sign(key, data), named);
    }

    /** The module alone is asked, and it is asked for nothing else. */
    private static HeadSigner byModule(Provider module, PrivateKey key, LogKey named) {
        return new HeadSigner(
                data -> {
                    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format", module);
                    signature.initSign(key);
                    signature.update(data);
                    return signature.sign();
                },
                named);
    }
}
