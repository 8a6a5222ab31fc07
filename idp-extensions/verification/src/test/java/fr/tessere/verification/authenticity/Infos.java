package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.lds.SecurityInfos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** A DG14, entry by entry: also such as no State should write. */
final class Infos {
    static final String BSI = "0.4.0.127.0.7.2.2.";
    static final String ECDH_KEY = BSI + "1.2";
    static final String DH_KEY = BSI + "1.1";
    static final String CA_ECDH_3DES = BSI + "3.2.1";
    static final String CA_ECDH_AES_128 = BSI + "3.2.2";
    static final String CA_ECDH_AES_256 = BSI + "3.2.4";
    static final String CA_DH_3DES = BSI + "3.1.1";
    static final String CA_DH_AES_128 = BSI + "3.1.2";

    private final ASN1EncodableVector entries = new ASN1EncodableVector();

    /** An entry of an object identifier and whole numbers. */
    Infos with(String oid, int... numbers) {
        ASN1EncodableVector entry = new ASN1EncodableVector();
        entry.add(new ASN1ObjectIdentifier(oid));
        for (int number : numbers) {
            entry.add(new ASN1Integer(number));
        }
        return with(new DERSequence(entry));
    }

    Infos with(ASN1Encodable entry) {
        entries.add(entry);
        return this;
    }

    /** ChipAuthenticationPublicKeyInfo, with an identifier or none. */
    Infos withKey(String oid, SubjectPublicKeyInfo key, int... id) {
        ASN1EncodableVector entry = new ASN1EncodableVector();
        entry.add(new ASN1ObjectIdentifier(oid));
        entry.add(key);
        for (int number : id) {
            entry.add(new ASN1Integer(number));
        }
        return with(new DERSequence(entry));
    }

    SecurityInfos parse() throws RefusedException {
        return SecurityInfos.parse(raw());
    }

    /** EF.DG14. */
    Bytes raw() {
        return new StrictTlv(0x6E, set()).encode();
    }

    /** EF.CardAccess. */
    Bytes set() {
        try {
            return Bytes.of(new DERSet(entries).getEncoded("DER"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A key on a named curve: this multiple of its generator. */
    static SubjectPublicKeyInfo onCurve(String name, long secret) {
        X9ECParameters curve = ECNamedCurveTable.getByName(name);
        byte[] point = curve.getG().multiply(BigInteger.valueOf(secret)).getEncoded(false);
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, ECNamedCurveTable.getOID(name)), point);
    }

    /** A key with its parameters written out. */
    static SubjectPublicKeyInfo explicit(X9ECParameters parameters, byte[] point) {
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, parameters), point);
    }

    /** A key of standardized domain parameters, by their number. */
    static SubjectPublicKeyInfo standardized(int parameterId, byte[] key) {
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(new ASN1ObjectIdentifier("0.4.0.127.0.7.1.2"), new ASN1Integer(parameterId)),
                key);
    }
}
