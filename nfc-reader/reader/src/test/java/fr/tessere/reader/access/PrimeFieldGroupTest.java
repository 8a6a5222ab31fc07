package fr.tessere.reader.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import java.math.BigInteger;
import org.bouncycastle.crypto.params.DHParameters;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ICAO 9303-11 §9.4.1 numbers below a prime")
class PrimeFieldGroupTest {
    private static final DHParameters DOMAIN = ((PrimeFieldGroup) StandardGroup.group(2)).domain();

    @Test
    @DisplayName("a public key has no zeros in front; the secret is as long as the prime")
    void leavesZerosInFrontOfAPublicKeyOut() throws Exception {
        PaceGroup group = new PrimeFieldGroup(DOMAIN);
        BigInteger privateKey = BigInteger.ONE;
        while (power(privateKey).bitLength() > 2040) {
            privateKey = privateKey.add(BigInteger.ONE);
        }
        Bytes publicKey = group.publicKey(privateKey);
        assertThat(publicKey).isEqualTo(Bytes.of(BigIntegers.asUnsignedByteArray(power(privateKey))));
        assertThat(publicKey.length()).isLessThan(256);
        assertThat(group.agree(BigInteger.ONE, publicKey))
                .isEqualTo(BigIntegers.asUnsignedByteArray(256, power(privateKey)));
    }

    private static BigInteger power(BigInteger exponent) {
        return DOMAIN.getG().modPow(exponent, DOMAIN.getP());
    }
}
