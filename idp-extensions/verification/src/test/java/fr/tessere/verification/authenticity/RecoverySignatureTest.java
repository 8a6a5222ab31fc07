package fr.tessere.verification.authenticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.RefusedException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("ICAO 9303-11 §6.1.2.2: Active Authentication with RSA, ISO/IEC 9796-2 scheme 1")
class RecoverySignatureTest {
    private static final Bytes CHALLENGE = Bytes.ofHex("0102030405060708");
    private static final KeyPair CHIP = key();

    @ParameterizedTest(name = "header {0}, trailer {1}: noise under another key may look so")
    @CsvSource({"00, 39CC", "4B, 37CC", "7A, 34CC", "6B, BC", "6A, 00CC", "6A, 40CC", "6A, FFCC", "6A, 0C", "6A, 33DC"})
    void aBlockThatNoChipSignedIsACopysAndNotAnotherAlgorithms(String header, String trailer) {
        refuses(block(header, trailer, DigestAlgorithm.SHA1), RefusalCode.CHIP_NOT_ORIGINAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31CC", "32CC", "37CC"})
    void aDigestThatIcaoDoesNotAllowIsNamedAsAlgorithm(String trailer) {
        refuses(block("6A", trailer, DigestAlgorithm.SHA1), RefusalCode.CHIP_ALGORITHM);
    }

    @Test
    void anotherChallengeIsRefused() {
        byte[] block = block("6A", "34CC", DigestAlgorithm.SHA256);
        block[40] ^= 1;
        refuses(block, RefusalCode.CHIP_NOT_ORIGINAL);
    }

    @Test
    void aThousandCopiesAreNeverTakenForAnotherAlgorithm() {
        BigInteger number = BigInteger.TWO;
        for (int i = 0; i < 1_000; i++) {
            number = number.modPow(BigInteger.valueOf(3), modulus()).add(BigInteger.ONE);
            Bytes forged = Bytes.of(BigIntegers.asUnsignedByteArray(128, number.mod(modulus())));
            assertThatThrownBy(() -> RecoverySignature.verify((RSAPublicKey) CHIP.getPublic(), CHALLENGE, forged))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.CHIP_NOT_ORIGINAL));
        }
    }

    @ParameterizedTest
    @CsvSource({"BC, SHA1", "33CC, SHA1", "38CC, SHA224", "34CC, SHA256", "36CC, SHA384", "35CC, SHA512"})
    void theTrailerNamesTheDigest(String trailer, DigestAlgorithm digest) throws RefusedException {
        Bytes signature = signed(block("6A", trailer, digest));

        assertThat(RecoverySignature.verify((RSAPublicKey) CHIP.getPublic(), CHALLENGE, signature))
                .isEqualTo(digest);
    }

    private static void refuses(byte[] block, RefusalCode code) {
        assertThatThrownBy(() -> RecoverySignature.verify((RSAPublicKey) CHIP.getPublic(), CHALLENGE, signed(block)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** Header, recovered part, digest over it and the challenge, trailer: 128 bytes. */
    private static byte[] block(String header, String trailer, DigestAlgorithm digest) {
        byte[] end = Bytes.ofHex(trailer).toArray();
        byte[] recovered = new byte[128 - 1 - digest.length() - end.length];
        Arrays.fill(recovered, (byte) 0x5A);
        return Bytes.concat(
                        Bytes.ofHex(header),
                        Bytes.of(recovered),
                        Bytes.of(digest.digest(recovered, CHALLENGE.toArray())),
                        Bytes.of(end))
                .toArray();
    }

    private static Bytes signed(byte[] block) {
        BigInteger exponent = ((RSAPrivateKey) CHIP.getPrivate()).getPrivateExponent();
        BigInteger number = new BigInteger(1, block);
        return Bytes.of(BigIntegers.asUnsignedByteArray(128, number.modPow(exponent, modulus())));
    }

    private static BigInteger modulus() {
        return ((RSAPublicKey) CHIP.getPublic()).getModulus();
    }

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1_024);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }
}
