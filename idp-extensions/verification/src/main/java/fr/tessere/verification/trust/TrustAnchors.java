package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.evidence.RevocationStatus.ListUsed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;

/** The country signers, document signers and revocation lists that count; immutable, with a version. */
public final class TrustAnchors {
    private final Map<X500Name, List<CountrySigner>> signers = new HashMap<>();
    private final Map<Bytes, CountrySigner> byDigest = new LinkedHashMap<>();
    private final Map<Bytes, SignedCertificate> documentSigners = new LinkedHashMap<>();
    private final List<RevocationList> lists = new ArrayList<>();
    private final String version;

    private TrustAnchors(
            Collection<CountrySigner> anchors, Collection<SignedCertificate> known, Collection<Bytes> revocations)
            throws RefusedException {
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
        for (SignedCertificate certificate : known) {
            documentSigners.put(certificate.digest(), certificate);
        }
        for (Bytes list : revocations) {
            lists.add(RevocationList.parse(list, byDigest.values()));
        }
        version = digestOfContents();
    }

    /**
     * Anchors from certificates that were read before.
     *
     * @param anchors country signers, and single document signers of specimens
     * @param documentSigners certificates for documents that do not bring their signer's; not trusted by themselves
     * @param revocationLists in DER; refused unless an anchor signed them
     */
    public static TrustAnchors of(
            Collection<CountrySigner> anchors,
            Collection<SignedCertificate> documentSigners,
            Collection<Bytes> revocationLists)
            throws RefusedException {
        return new TrustAnchors(anchors, documentSigners, revocationLists);
    }

    /** Digest over all contents, 64 hexadecimal digits: the same certificates give the same version anywhere. */
    public String version() {
        return version;
    }

    /** All anchors. */
    public List<CountrySigner> all() {
        return List.copyOf(byDigest.values());
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

    /** Certificates for documents that do not bring their signer's; not trusted by themselves. */
    public Collection<SignedCertificate> documentSigners() {
        return Collections.unmodifiableCollection(documentSigners.values());
    }

    /** Failed if a list names the certificate, undetermined if no fresh list of its issuer is loaded. */
    public CheckResult revocation(SignedCertificate issued, Instant at) {
        CheckResult result = CheckResult.UNDETERMINED;
        for (RevocationList list : lists) {
            if (list.issuer().equals(issued.issuer())) {
                if (list.revoked().contains(issued.serialNumber())) {
                    return CheckResult.FAILED;
                }
                result = at.isAfter(list.nextUpdate()) ? result : CheckResult.SUCCESSFUL;
            }
        }
        return result;
    }

    /** Each list in the name of the certificate's issuer: what {@link #revocation} asks. */
    public List<ListUsed> listsAbout(SignedCertificate issued) {
        return lists.stream()
                .filter(list -> list.issuer().equals(issued.issuer()))
                .map(list -> new ListUsed(list.number(), list.thisUpdate(), list.digest()))
                .toList();
    }

    private String digestOfContents() {
        List<String> contents = new ArrayList<>();
        byDigest.values()
                .forEach(anchor -> contents.add((anchor.specimen() ? "specimen " : "anchor ")
                        + anchor.certificate().digest().toHex()));
        documentSigners.keySet().forEach(digest -> contents.add("signer " + digest.toHex()));
        lists.forEach(list -> contents.add("list " + list.digest().toHex()));
        contents.sort(Comparator.naturalOrder());
        byte[] all = String.join("\n", contents).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return Bytes.of(DigestAlgorithm.SHA256.digest(all)).toHex().toLowerCase(java.util.Locale.ROOT);
    }
}
