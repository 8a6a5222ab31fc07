package fr.tessere.specimen.document;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.chip.ActiveAuthenticationKey;
import fr.tessere.specimen.chip.ChipAuthenticationSuite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** What EF.CardAccess, EF.CardSecurity and DG14 announce (ICAO 9303-11 §9.2). Collects infos, then writes them as one DER set. */
final class SecurityInfos {
    private static final String BSI = "0.4.0.127.0.7.";
    private static final Map<String, String> PACE = Map.of(
            "DH-GM", "1",
            "ECDH-GM", "2",
            "DH-IM", "3",
            "ECDH-IM", "4",
            "ECDH-CAM", "6");
    private static final Map<String, String> CIPHERS =
            Map.of("3DES", "1", "AES-128", "2", "AES-192", "3", "AES-256", "4");

    private final List<ASN1Encodable> infos = new ArrayList<>();

    /**
     * PACEInfo.
     *
     * @param protocol for example {@code ECDH-GM-AES-128}
     * @param parameters name of standardized domain parameters, for example {@code brainpoolP256r1}
     */
    SecurityInfos pace(String protocol, String parameters) {
        return add(
                paceOid(protocol),
                2,
                Optional.of(DomainParameters.ofWord(parameters).id()));
    }

    static String paceOid(String protocol) {
        for (Map.Entry<String, String> mapping : PACE.entrySet()) {
            for (Map.Entry<String, String> cipher : CIPHERS.entrySet()) {
                if (protocol.equals(mapping.getKey() + "-" + cipher.getKey())) {
                    return BSI + "2.2.4." + mapping.getValue() + "." + cipher.getValue();
                }
            }
        }
        throw new IllegalArgumentException("no PACE protocol is called " + protocol);
    }

    /** ChipAuthenticationInfo. */
    SecurityInfos chipAuthentication(ChipAuthenticationSuite suite, Optional<Integer> keyId) {
        return add(suite.oid(), 1, keyId);
    }

    /** ChipAuthenticationPublicKeyInfo; the key as SubjectPublicKeyInfo, DER. */
    SecurityInfos chipAuthenticationKey(ChipAuthenticationSuite suite, Bytes publicKey, Optional<Integer> keyId) {
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(new ASN1ObjectIdentifier(BSI + (suite.name().startsWith("ECDH") ? "2.2.1.2" : "2.2.1.1")));
        info.add(SubjectPublicKeyInfo.getInstance(publicKey.toArray()));
        keyId.ifPresent(id -> info.add(new ASN1Integer(id)));
        infos.add(new DERSequence(info));
        return this;
    }

    /** ChipAuthenticationPublicKeyInfo for chip authentication mapping, on standardised domain parameters (§9.5.1). */
    SecurityInfos chipMappingKey(int parameterId, Bytes publicKey) {
        AlgorithmIdentifier domain =
                new AlgorithmIdentifier(new ASN1ObjectIdentifier(BSI + "1.2"), new ASN1Integer(parameterId));
        byte[] point = SubjectPublicKeyInfo.getInstance(publicKey.toArray())
                .getPublicKeyData()
                .getOctets();
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(new ASN1ObjectIdentifier(BSI + "2.2.1.2"));
        info.add(new SubjectPublicKeyInfo(domain, point));
        info.add(new ASN1Integer(parameterId));
        infos.add(new DERSequence(info));
        return this;
    }

    /** ActiveAuthenticationInfo, which only ECDSA needs (ICAO 9303-11 §9.2.8). */
    SecurityInfos activeAuthentication(ActiveAuthenticationKey.Signature signature) {
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(new ASN1ObjectIdentifier("2.23.136.1.1.5"));
        info.add(new ASN1Integer(1));
        info.add(new ASN1ObjectIdentifier(plainEcdsa(signature)));
        infos.add(new DERSequence(info));
        return this;
    }

    /** The object identifier of ecdsa-plain-signatures with this hash (BSI TR-03111 §5.2.1.1). */
    static String plainEcdsa(ActiveAuthenticationKey.Signature signature) {
        return BSI + "1.1.4.1."
                + switch (signature) {
                    case ECDSA_SHA1 -> 1;
                    case ECDSA_SHA224 -> 2;
                    case ECDSA_SHA256 -> 3;
                    case ECDSA_SHA384 -> 4;
                    case ECDSA_SHA512 -> 5;
                    default -> throw new IllegalArgumentException("active authentication with RSA has no info");
                };
    }

    private SecurityInfos add(String oid, int version, Optional<Integer> number) {
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(new ASN1ObjectIdentifier(oid));
        info.add(new ASN1Integer(version));
        number.ifPresent(value -> info.add(new ASN1Integer(value)));
        infos.add(new DERSequence(info));
        return this;
    }

    boolean isEmpty() {
        return infos.isEmpty();
    }

    /** SecurityInfos, DER. */
    Bytes encode() {
        try {
            return Bytes.of(new DERSet(infos.toArray(new ASN1Encodable[0])).getEncoded("DER"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
