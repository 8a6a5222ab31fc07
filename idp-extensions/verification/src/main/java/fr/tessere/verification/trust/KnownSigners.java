package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * Certificates of document signers for documents that bring none, found by what a message says about its signer. Tens of
 * thousands lie in the ICAO directory, so they are kept as bytes and read when a document asks for one.
 */
final class KnownSigners {
    private final Map<NumberedName, List<Bytes>> byNumber = new HashMap<>();
    private final Map<Bytes, List<Bytes>> byKeyId = new HashMap<>();
    private final Set<String> digests = new TreeSet<>();

    private record NumberedName(X500Name issuer, BigInteger serialNumber) {}

    KnownSigners(Collection<SignedCertificate> certificates) {
        certificates.forEach(this::add);
    }

    /** Takes one up; nothing of it but its bytes and names is kept. */
    void add(SignedCertificate certificate) {
        if (digests.add(certificate.digest().toHex())) {
            NumberedName name = new NumberedName(certificate.issuer(), certificate.serialNumber());
            byNumber.computeIfAbsent(name, any -> new ArrayList<>()).add(certificate.encoded());
            if (!certificate.subjectKeyId().isEmpty()) {
                byKeyId.computeIfAbsent(certificate.subjectKeyId(), any -> new ArrayList<>())
                        .add(certificate.encoded());
            }
        }
    }

    List<Bytes> of(X500Name issuer, BigInteger serialNumber) {
        return byNumber.getOrDefault(new NumberedName(issuer, serialNumber), List.of());
    }

    List<Bytes> of(Bytes keyId) {
        return byKeyId.getOrDefault(keyId, List.of());
    }

    /** SHA-256 of each, in order. */
    Set<String> digests() {
        return digests;
    }
}
