package fr.tessere.reader.script;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.FileId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DHPublicKeyParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** What DG14 and DG15 say for people: algorithms and kinds of keys (ICAO 9303-11 §6). Nothing is verified here. */
final class ChipKeyTitles {
    private static final String CHIP_AUTHENTICATION = "0.4.0.127.0.7.2.2.3.";
    private static final String CHIP_PUBLIC_KEY = "0.4.0.127.0.7.2.2.1.";
    private static final Map<String, String> AGREEMENTS = Map.of("1", "DH", "2", "ECDH");
    private static final Map<String, String> CIPHERS =
            Map.of("1", "3DES-CBC-CBC", "2", "AES-CBC-CMAC-128", "3", "AES-CBC-CMAC-192", "4", "AES-CBC-CMAC-256");
    private static final List<String> CURVES = List.of(
            "secp192r1",
            "secp224r1",
            "secp256r1",
            "secp384r1",
            "secp521r1",
            "brainpoolP192r1",
            "brainpoolP224r1",
            "brainpoolP256r1",
            "brainpoolP320r1",
            "brainpoolP384r1",
            "brainpoolP512r1");

    private ChipKeyTitles() {}

    /** Chip Authentication in DG14: one line an algorithm, with the kind of the keys; none if there is none. */
    static List<String> chipAuthentication(Bytes dg14) {
        List<String> algorithms = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        try {
            byte[] content = StrictTlv.parse(FileId.DG14.tag(), dg14).value().toArray();
            for (ASN1Encodable entry : ASN1Set.getInstance(content)) {
                ASN1Sequence info = ASN1Sequence.getInstance(entry);
                String oid =
                        ASN1ObjectIdentifier.getInstance(info.getObjectAt(0)).getId();
                if (oid.startsWith(CHIP_AUTHENTICATION)) {
                    algorithms.add(algorithm(oid.substring(CHIP_AUTHENTICATION.length())));
                } else if (oid.startsWith(CHIP_PUBLIC_KEY)) {
                    keys.add(title(SubjectPublicKeyInfo.getInstance(info.getObjectAt(1))));
                }
            }
        } catch (TlvException | IOException | RuntimeException notUnderstood) {
            return List.of("DG14 cannot be understood");
        }
        if (algorithms.isEmpty() && !keys.isEmpty()) {
            algorithms.add("CA-3DES-CBC-CBC");
        }
        String kinds = String.join(", ", keys);
        return algorithms.stream().map(algorithm -> algorithm + " " + kinds).toList();
    }

    /** The kind of the key in DG15. */
    static String activeAuthentication(Bytes dg15) {
        try {
            Bytes content = StrictTlv.parse(FileId.DG15.tag(), dg15).value();
            return title(SubjectPublicKeyInfo.getInstance(content.toArray()));
        } catch (TlvException | IOException | RuntimeException notUnderstood) {
            return "DG15 cannot be understood";
        }
    }

    private static String algorithm(String arcs) {
        String[] parts = arcs.split("\\.");
        String agreement = AGREEMENTS.getOrDefault(parts[0], "?");
        String cipher = CIPHERS.getOrDefault(parts.length > 1 ? parts[1] : "1", "?");
        return "CA-" + agreement + "-" + cipher;
    }

    private static String title(SubjectPublicKeyInfo info) throws IOException {
        AsymmetricKeyParameter key = PublicKeyFactory.createKey(info);
        if (key instanceof ECPublicKeyParameters point) {
            return curve(point.getParameters())
                    .orElse("a curve of " + point.getParameters().getCurve().getFieldSize() + " bits");
        }
        if (key instanceof RSAKeyParameters rsa) {
            return "RSA " + rsa.getModulus().bitLength();
        }
        if (key instanceof DHPublicKeyParameters number) {
            return "DH " + number.getParameters().getP().bitLength();
        }
        return "a key of unknown kind";
    }

    private static Optional<String> curve(ECDomainParameters domain) {
        for (String name : CURVES) {
            X9ECParameters known = ECNamedCurveTable.getByName(name);
            if (known.getCurve().equals(domain.getCurve()) && known.getG().equals(domain.getG())) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
