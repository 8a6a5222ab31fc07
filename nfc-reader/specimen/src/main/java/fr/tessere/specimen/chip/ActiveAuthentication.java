package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.StatusWord;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** Active Authentication (ICAO 9303-11 §6.1): the chip signs the terminal's 8 bytes with a key that never leaves it. */
final class ActiveAuthentication {
    private static final int CHALLENGE_LENGTH = 8;

    private final Optional<ActiveAuthenticationKey> key;
    private final SecureRandom random;

    ActiveAuthentication(Optional<ActiveAuthenticationKey> key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /** INTERNAL AUTHENTICATE. */
    Outcome sign(CommandApdu command) throws MisuseException {
        ActiveAuthenticationKey own = key.orElseThrow(() -> new MisuseException(StatusWord.INSTRUCTION_NOT_SUPPORTED));
        MisuseException.require(command.p1() == 0 && command.p2() == 0, StatusWord.WRONG_P1_P2);
        boolean fits = command.data().length() == CHALLENGE_LENGTH && command.expected() > 0;
        MisuseException.require(fits, StatusWord.WRONG_LENGTH);
        AsymmetricKeyParameter parameters = PrivateKeys.any(own.privateKey());
        Digest digest = digest(own.signature().digest());
        Bytes signature = parameters instanceof ECPrivateKeyParameters elliptic
                ? ecdsa(own.signature(), elliptic, digest, command.data())
                : rsa(own.signature(), (RSAKeyParameters) parameters, digest, command.data());
        MisuseException.require(signature.length() <= command.expected(), StatusWord.WRONG_LENGTH);
        return Outcome.of(signature);
    }

    private Bytes rsa(
            ActiveAuthenticationKey.Signature form, RSAKeyParameters parameters, Digest digest, Bytes challenge) {
        return switch (form) {
            case RSA_WRONG_TRAILER -> withTrailer(0x35, parameters, digest, challenge);
            case RSA_UNKNOWN_TRAILER -> withTrailer(0x37, parameters, digest, challenge);
            default -> recoverable(parameters, digest, challenge);
        };
    }

    /** The block of ISO 9796-2 put together by hand: header 6A, M1, digest, then a trailer that is not the digest's. */
    private Bytes withTrailer(int trailer, RSAKeyParameters parameters, Digest digest, Bytes challenge) {
        byte[] block = new byte[(parameters.getModulus().bitLength() + 7) / 8];
        random.nextBytes(block);
        int digestAt = block.length - 2 - digest.getDigestSize();
        block[0] = 0x6A;
        digest.update(block, 1, digestAt - 1);
        digest.update(challenge.toArray(), 0, challenge.length());
        digest.doFinal(block, digestAt);
        block[block.length - 2] = (byte) trailer;
        block[block.length - 1] = (byte) 0xCC;
        RSAEngine engine = new RSAEngine();
        engine.init(true, parameters);
        return Bytes.of(engine.processBlock(block, 0, block.length));
    }

    /** ISO 9796-2 scheme 1: random bytes M1 fill what the key can recover, the challenge is M2. */
    private Bytes recoverable(RSAKeyParameters parameters, Digest digest, Bytes challenge) {
        boolean shortTrailer = digest instanceof SHA1Digest;
        int modulus = (parameters.getModulus().bitLength() + 7) / 8;
        byte[] recovered = new byte[modulus - digest.getDigestSize() - (shortTrailer ? 1 : 2) - 1];
        random.nextBytes(recovered);
        ISO9796d2Signer signer = new ISO9796d2Signer(new RSAEngine(), digest, shortTrailer);
        signer.init(true, parameters);
        signer.update(recovered, 0, recovered.length);
        signer.update(challenge.toArray(), 0, challenge.length());
        try {
            return Bytes.of(signer.generateSignature());
        } catch (CryptoException unsuitableKey) {
            throw new IllegalStateException(unsuitableKey);
        }
    }

    /** BSI TR-03111 plain format: r and s, each as long as the order. */
    private Bytes ecdsa(
            ActiveAuthenticationKey.Signature form, ECPrivateKeyParameters parameters, Digest digest, Bytes challenge) {
        ECDSASigner signer = new ECDSASigner();
        signer.init(true, new ParametersWithRandom(parameters, random));
        byte[] hash = new byte[digest.getDigestSize()];
        digest.update(challenge.toArray(), 0, challenge.length());
        digest.doFinal(hash, 0);
        BigInteger[] pair = signer.generateSignature(hash);
        BigInteger order = parameters.getParameters().getN();
        if (form == ActiveAuthenticationKey.Signature.ECDSA_SEQUENCE) {
            return sequence(order, pair);
        }
        int length = (order.bitLength() + 7) / 8;
        return Bytes.concat(fixed(pair[0], length), fixed(pair[1], length));
    }

    private static Bytes sequence(BigInteger order, BigInteger[] pair) {
        try {
            return Bytes.of(StandardDSAEncoding.INSTANCE.encode(order, pair[0], pair[1]));
        } catch (IOException impossible) {
            throw new IllegalStateException("two numbers below the order are a sequence", impossible);
        }
    }

    private static Bytes fixed(BigInteger number, int length) {
        return Bytes.of(org.bouncycastle.util.BigIntegers.asUnsignedByteArray(length, number));
    }

    private static Digest digest(String name) {
        return switch (name) {
            case "SHA-1" -> new SHA1Digest();
            case "SHA-224" -> new SHA224Digest();
            case "SHA-256" -> new SHA256Digest();
            case "SHA-384" -> new SHA384Digest();
            default -> new SHA512Digest();
        };
    }
}
