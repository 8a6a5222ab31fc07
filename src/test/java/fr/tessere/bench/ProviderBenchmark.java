package fr.tessere.bench;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.crypto.KeyAgreement;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The operations of a sign-in by each provider that can be had from Maven, through Java's own interfaces. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // set by makeKeys
public class ProviderBenchmark {
    private static final byte[] MESSAGE = new byte[1_024];

    @Param({"jdk", "bouncy-castle", "corretto"})
    String provider = "";

    private Curve p256;
    private Curve p384;
    private PublicKey rsa;
    private byte[] rsaSignature;

    /** Keys by the JDK, then decoded by the provider that is measured. */
    @Setup
    public void makeKeys() throws GeneralSecurityException {
        p256 = new Curve(keys("EC", new ECGenParameterSpec("secp256r1")), "SHA256withECDSA");
        p384 = new Curve(keys("EC", new ECGenParameterSpec("secp384r1")), "SHA384withECDSA");
        KeyPair pair = keys("RSA", new RSAKeyGenParameterSpec(2_048, RSAKeyGenParameterSpec.F4));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(MESSAGE);
        rsaSignature = signature.sign();
        rsa = KeyFactory.getInstance("RSA", named("SunRsaSign"))
                .generatePublic(new X509EncodedKeySpec(pair.getPublic().getEncoded()));
    }

    /** A document signer's signature, or a service's assertion. */
    @Benchmark
    public boolean ecdsaP256Verify() throws GeneralSecurityException {
        return p256.verify();
    }

    /** A token. */
    @Benchmark
    public byte[] ecdsaP256Sign() throws GeneralSecurityException {
        return p256.sign();
    }

    /** A document signer's or country signer's signature. */
    @Benchmark
    public boolean ecdsaP384Verify() throws GeneralSecurityException {
        return p384.verify();
    }

    /** Chip Authentication: a key pair and the agreement. */
    @Benchmark
    public byte[] agreementP256() throws GeneralSecurityException {
        return p256.agree();
    }

    /** The same on a longer curve. */
    @Benchmark
    public byte[] agreementP384() throws GeneralSecurityException {
        return p384.agree();
    }

    /** A document signer's signature. */
    @Benchmark
    public boolean rsa2048Verify() throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA", named("SunRsaSign"));
        signature.initVerify(rsa);
        signature.update(MESSAGE);
        return signature.verify(rsaSignature);
    }

    /** A file of a chip, 1 KiB. */
    @Benchmark
    public byte[] sha256() throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256", named("SUN")).digest(MESSAGE);
    }

    private static KeyPair keys(String kind, AlgorithmParameterSpec size) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    private Provider named(String jdk) {
        return switch (provider) {
            case "bouncy-castle" -> Others.BOUNCY_CASTLE;
            case "corretto" -> Others.CORRETTO;
            default -> Objects.requireNonNull(Security.getProvider(jdk));
        };
    }

    /** Keys on one curve. */
    private final class Curve {
        private final Provider by = named("SunEC");
        private final String algorithm;
        private final PublicKey publicKey;
        private final PrivateKey privateKey;
        private final byte[] signature;

        Curve(KeyPair pair, String algorithm) throws GeneralSecurityException {
            this.algorithm = algorithm;
            KeyFactory factory = KeyFactory.getInstance("EC", by);
            publicKey = factory.generatePublic(
                    new X509EncodedKeySpec(pair.getPublic().getEncoded()));
            privateKey = factory.generatePrivate(
                    new PKCS8EncodedKeySpec(pair.getPrivate().getEncoded()));
            signature = sign();
        }

        byte[] sign() throws GeneralSecurityException {
            Signature signer = Signature.getInstance(algorithm, by);
            signer.initSign(privateKey);
            signer.update(MESSAGE);
            return signer.sign();
        }

        boolean verify() throws GeneralSecurityException {
            Signature check = Signature.getInstance(algorithm, by);
            check.initVerify(publicKey);
            check.update(MESSAGE);
            return check.verify(signature);
        }

        byte[] agree() throws GeneralSecurityException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", by);
            generator.initialize(new ECGenParameterSpec(algorithm.contains("384") ? "secp384r1" : "secp256r1"));
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH", by);
            agreement.init(generator.generateKeyPair().getPrivate());
            agreement.doPhase(publicKey, true);
            return agreement.generateSecret();
        }
    }

    private static final class Others {
        static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
        static final Provider CORRETTO = AmazonCorrettoCryptoProvider.INSTANCE;
    }
}
