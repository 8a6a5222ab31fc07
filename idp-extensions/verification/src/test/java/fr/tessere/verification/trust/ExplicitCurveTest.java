package fr.tessere.verification.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("BSI TR-03111 §5.1.1.2: domain parameters that a key spells out")
class ExplicitCurveTest {
    private static final int VERSION = 0;
    private static final int FIELD = 1;
    private static final int CURVE = 2;
    private static final int GENERATOR = 3;
    private static final int ORDER = 4;
    private static final int COFACTOR = 5;

    @ParameterizedTest
    @ValueSource(
            strings = {"P-224", "P-256", "P-384", "P-521", "brainpoolP256r1", "brainpoolP512r1", "brainpoolP384t1"})
    void eachCurveInCirculationIsKnownByItsNumbers(String name) {
        X9ECParameters curve = ECNamedCurveTable.getByName(name);
        assertThat(KnownCurves.of(new X962Parameters(curve))
                        .orElseThrow()
                        .domain()
                        .getN())
                .isEqualTo(curve.getN());
    }

    @Test
    void theGeneratorMayBeCompressedAndTheCofactorLeftOut() {
        byte[] compressed = p256().getG().getEncoded(true);
        assertThat(nameOf(with(GENERATOR, new DEROctetString(compressed)))).contains("secp256r1");
        assertThat(nameOf(parts().subList(0, COFACTOR))).contains("secp256r1");
    }

    @ParameterizedTest
    @ValueSource(ints = {ORDER, COFACTOR})
    void anotherNumberIsAnotherCurve(int part) {
        BigInteger number = ASN1Integer.getInstance(parts().get(part)).getValue();
        assertThat(nameOf(with(part, new ASN1Integer(number.add(BigInteger.TWO)))))
                .isEmpty();
        assertThat(nameOf(with(part, new ASN1Integer(number.negate())))).isEmpty();
    }

    @Test
    void anotherFieldCoefficientOrGeneratorIsAnotherCurve() {
        ASN1Sequence field = ASN1Sequence.getInstance(parts().get(FIELD));
        BigInteger prime = ASN1Integer.getInstance(field.getObjectAt(1)).getValue();
        assertThat(nameOf(with(FIELD, sequence(field.getObjectAt(0), new ASN1Integer(prime.add(BigInteger.TWO))))))
                .isEmpty();
        ASN1Sequence curve = ASN1Sequence.getInstance(parts().get(CURVE));
        DEROctetString other = new DEROctetString(new byte[] {7});
        assertThat(nameOf(with(CURVE, sequence(other, curve.getObjectAt(1))))).isEmpty();
        assertThat(nameOf(with(CURVE, sequence(curve.getObjectAt(0), other)))).isEmpty();
        byte[] twice = p256().getG().twice().getEncoded(false);
        assertThat(nameOf(with(GENERATOR, new DEROctetString(twice)))).isEmpty();
        assertThat(nameOf(with(GENERATOR, new DEROctetString(new byte[0])))).isEmpty();
    }

    @Test
    void aBinaryFieldIsNoneOfThem() {
        assertThat(KnownCurves.of(new X962Parameters(ECNamedCurveTable.getByName("B-283"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {VERSION, FIELD, CURVE, GENERATOR, ORDER, COFACTOR})
    void aPartOfAnotherKindIsMalformed(int part) {
        assertThatIllegalArgumentException().isThrownBy(() -> nameOf(with(part, DERNull.INSTANCE)));
    }

    @Test
    void anotherVersionOrNumberOfPartsIsMalformed() {
        assertThatIllegalArgumentException().isThrownBy(() -> nameOf(with(VERSION, new ASN1Integer(2))));
        assertThatIllegalArgumentException().isThrownBy(() -> nameOf(parts().subList(0, ORDER)));
        assertThatIllegalArgumentException().isThrownBy(() -> nameOf(with(FIELD, new DERSequence())));
        assertThatIllegalArgumentException().isThrownBy(() -> nameOf(with(CURVE, new DERSequence())));
    }

    private static X9ECParameters p256() {
        return ECNamedCurveTable.getByName("P-256");
    }

    private static List<ASN1Encodable> parts() {
        return List.of(ASN1Sequence.getInstance(p256().toASN1Primitive()).toArray());
    }

    private static List<ASN1Encodable> with(int part, ASN1Encodable other) {
        ASN1Encodable[] parts = parts().toArray(ASN1Encodable[]::new);
        parts[part] = other;
        return List.of(parts);
    }

    private static ASN1Sequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }

    private static Optional<String> nameOf(List<ASN1Encodable> parts) {
        return KnownCurves.of(X962Parameters.getInstance(sequence(parts.toArray(ASN1Encodable[]::new))))
                .map(KnownCurves.KnownCurve::name);
    }
}
