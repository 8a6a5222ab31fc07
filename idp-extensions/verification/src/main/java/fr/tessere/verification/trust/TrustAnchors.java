package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.RevocationGrade;
import fr.tessere.verification.evidence.RevocationStatus;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * The country signers, document signers and revocation lists that count; immutable, with a version. Everything is found
 * by name, number or digest, so that a look-up costs the same among ten and among a thousand.
 */
public final class TrustAnchors {
    private final Map<X500Name, List<CountrySigner>> signers = new HashMap<>();
    private final Map<Bytes, CountrySigner> byDigest = new LinkedHashMap<>();
    private final KnownSigners documentSigners;
    private final Map<X500Name, List<RevocationList>> lists = new HashMap<>();
    private final Map<X500Name, List<Bytes>> invalidLists;
    private final String version;

    /**
     * What a folder holds.
     *
     * @param known document signers for documents that bring none, complete
     * @param invalidLists digests of lists in the name of an issuer which no trusted key of that name signed
     */
    TrustAnchors(
            Collection<CountrySigner> anchors,
            KnownSigners known,
            Collection<RevocationList> revocations,
            Map<X500Name, List<Bytes>> invalidLists) {
        for (CountrySigner anchor : anchors) {
            SignedCertificate certificate = anchor.certificate();
            // a certificate that is both is a State's
            if (!byDigest.containsKey(certificate.digest()) || !anchor.specimen()) {
                byDigest.put(certificate.digest(), anchor);
            }
        }
        for (CountrySigner anchor : byDigest.values()) {
            signers.computeIfAbsent(anchor.certificate().subject(), name -> new ArrayList<>())
                    .add(anchor);
        }
        documentSigners = known;
        for (RevocationList list : revocations) {
            lists.computeIfAbsent(list.issuer(), name -> new ArrayList<>()).add(list);
        }
        this.invalidLists = Map.copyOf(invalidLists);
        version = digestOfContents();
    }

    /**
     * Anchors from certificates that were read before.
     *
     * @param anchors country signers, and single document signers of specimens
     * @param documentSigners certificates for documents that do not bring their signer's; not trusted by themselves
     * @param revocationLists which anchors signed
     */
    public static TrustAnchors of(
            Collection<CountrySigner> anchors,
            Collection<SignedCertificate> documentSigners,
            Collection<RevocationList> revocationLists) {
        return new TrustAnchors(anchors, new KnownSigners(documentSigners), revocationLists, Map.of());
    }

    /** Digest over all contents, 64 hexadecimal digits: the same certificates give the same version anywhere. */
    public String version() {
        return version;
    }

    /** All anchors. */
    public List<CountrySigner> all() {
        return List.copyOf(byDigest.values());
    }

    /** All revocation lists, by name of their issuer. */
    public List<RevocationList> revocationLists() {
        return lists.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(
                                (RevocationList list) -> list.issuer().toString())
                        .thenComparing(RevocationList::thisUpdate))
                .toList();
    }

    /** The anchor that is exactly this certificate. */
    public Optional<CountrySigner> exactly(SignedCertificate certificate) {
        return Optional.ofNullable(byDigest.get(certificate.digest()));
    }

    /**
     * Every anchor that may have issued the certificate: several share one name, so those with the key identifier that it
     * names come first, the others of that name behind them.
     */
    public List<CountrySigner> candidates(SignedCertificate issued) {
        List<CountrySigner> candidates = new ArrayList<>(signers.getOrDefault(issued.issuer(), List.of()));
        Bytes id = issued.authorityKeyId();
        candidates.sort(Comparator.comparing(
                anchor -> !anchor.certificate().subjectKeyId().equals(id)));
        return candidates;
    }

    /** Certificates in DER with this issuer and number, for documents that bring none; not trusted by themselves. */
    List<Bytes> documentSigners(X500Name issuer, BigInteger serialNumber) {
        return documentSigners.of(issuer, serialNumber);
    }

    /** The same by key identifier. */
    List<Bytes> documentSigners(Bytes keyId) {
        return keyId.isEmpty() ? List.of() : documentSigners.of(keyId);
    }

    /** Number of certificates for documents that bring none. */
    public int knownDocumentSigners() {
        return documentSigners.digests().size();
    }

    /** What the lists of its issuer say. A number that any of them names stays revoked, the freshest one dates the rest. */
    public RevocationStatus revocation(SignedCertificate issued, Instant at) {
        List<RevocationList> known = lists.getOrDefault(issued.issuer(), List.of());
        boolean named = known.stream().anyMatch(list -> list.names(issued.serialNumber()));
        return new RevocationStatus(
                named ? RevocationGrade.REVOKED : grade(issued.issuer(), at),
                known.stream().map(RevocationList::used).toList());
    }

    /** What the lists of this issuer are worth, for certificates that they do not name. */
    RevocationGrade grade(X500Name issuer, Instant at) {
        List<RevocationList> known = lists.getOrDefault(issuer, List.of());
        if (known.stream().anyMatch(list -> list.isFresh(at))) {
            return RevocationGrade.GOOD;
        }
        if (invalidLists.containsKey(issuer)) {
            return RevocationGrade.INVALID_LIST;
        }
        return known.isEmpty() ? RevocationGrade.NO_LIST : RevocationGrade.STALE_LIST;
    }

    private String digestOfContents() {
        List<String> contents = new ArrayList<>();
        byDigest.values()
                .forEach(anchor -> contents.add((anchor.specimen() ? "specimen " : "anchor ")
                        + anchor.certificate().digest().toHex()));
        documentSigners.digests().forEach(digest -> contents.add("signer " + digest));
        lists.values()
                .forEach(of ->
                        of.forEach(list -> contents.add("list " + list.digest().toHex())));
        invalidLists.values().forEach(of -> of.forEach(digest -> contents.add("invalid " + digest.toHex())));
        contents.sort(Comparator.naturalOrder());
        byte[] all = String.join("\n", contents).getBytes(StandardCharsets.US_ASCII);
        return Bytes.of(DigestAlgorithm.SHA256.digest(all)).toHex().toLowerCase(Locale.ROOT);
    }
}
