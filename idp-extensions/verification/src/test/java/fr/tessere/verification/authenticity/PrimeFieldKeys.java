package fr.tessere.verification.authenticity;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.DSAParams;
import java.security.interfaces.DSAPublicKey;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.DHParameter;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.DomainParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** DH keys as DG14 writes them, right and wrong. */
final class PrimeFieldKeys {
    /** Sound parameters that nobody uses for chips. */
    static final DSAParams DSA = dsaParameters();

    private PrimeFieldKeys() {}

    private static DSAParams dsaParameters() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("DSA", "SUN");
            generator.initialize(2048);
            return ((DSAPublicKey) generator.generateKeyPair().getPublic()).getParams();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static SubjectPublicKeyInfo pkcs3(BigInteger prime, BigInteger generator, BigInteger key) {
        return key(PKCSObjectIdentifiers.dhKeyAgreement, new DHParameter(prime, generator, 0), key);
    }

    static SubjectPublicKeyInfo x942(BigInteger prime, BigInteger generator, BigInteger order, BigInteger key) {
        return key(X9ObjectIdentifiers.dhpublicnumber, new DomainParameters(prime, generator, order, null, null), key);
    }

    private static SubjectPublicKeyInfo key(ASN1ObjectIdentifier oid, ASN1Encodable parameters, BigInteger key) {
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(oid, parameters), number(key));
    }

    static byte[] number(BigInteger number) {
        try {
            return new ASN1Integer(number).getEncoded();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
