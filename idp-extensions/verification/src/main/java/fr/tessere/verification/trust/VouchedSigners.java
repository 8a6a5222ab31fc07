package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.RefusedException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * For which certificates does somebody vouch whom the operator trusts? Begins with what was confirmed and what trusted
 * master lists name, and follows link certificates from there: a trusted key vouches for the key of a link, a link for
 * the self-signed certificate of the same name and key (ICAO 9303-12 §7.1).
 */
final class VouchedSigners {
    private final Map<Bytes, CountrySigner> trusted = new LinkedHashMap<>();
    private final Map<Bytes, SignedCertificate> waiting = new LinkedHashMap<>();
    private final Map<X500Name, List<SignedCertificate>> waitingByIssuer = new HashMap<>();
    private final Map<X500Name, List<SignedCertificate>> waitingBySubject = new HashMap<>();
    private final Map<X500Name, List<SignedCertificate>> trustedBySubject = new HashMap<>();
    private final Deque<SignedCertificate> fresh = new ArrayDeque<>();
    private final Instant at;

    private VouchedSigners(Instant at) {
        this.at = at;
    }

    /**
     * Who is trusted among these.
     *
     * @param certificates that may be trusted, each an authority's
     * @param confirmed by the operator
     * @param listed digest of a certificate to digest of the trusted master list that names it
     * @param revoked certificates that count for nothing any more
     * @param at when; a link counts within its validity
     */
    static VouchedSigners among(
            Collection<SignedCertificate> certificates,
            Confirmations confirmed,
            Map<Bytes, Bytes> listed,
            Set<Bytes> revoked,
            Instant at) {
        VouchedSigners vouched = new VouchedSigners(at);
        for (SignedCertificate certificate : certificates) {
            if (revoked.contains(certificate.digest()) || vouched.trusts(certificate)) {
                continue;
            }
            Bytes list = listed.get(certificate.digest());
            if (!confirmed.isEverything() && confirmed.has(certificate)) {
                vouched.trust(certificate, Vouching.CONFIRMED, Bytes.EMPTY);
            } else if (list != null) {
                vouched.trust(certificate, Vouching.MASTER_LIST, list);
            } else if (confirmed.isEverything()) {
                vouched.trust(certificate, Vouching.NAMED, Bytes.EMPTY);
            } else {
                vouched.wait(certificate);
            }
        }
        vouched.followLinks();
        return vouched;
    }

    /** All that are trusted. */
    Collection<CountrySigner> signers() {
        return trusted.values();
    }

    boolean trusts(SignedCertificate certificate) {
        return trusted.containsKey(certificate.digest());
    }

    /** Why this one is not trusted. */
    UnusableException fault(SignedCertificate certificate) {
        if (certificate.isSelfSigned()) {
            return new UnusableException(
                    TrustFault.NOT_CONFIRMED, "SHA-256 " + certificate.digest().toHex());
        }
        boolean anyIssuer = false;
        for (SignedCertificate issuer : trustedBySubject.getOrDefault(certificate.issuer(), List.of())) {
            anyIssuer = true;
            if (certificate.isSignedBy(issuer) && fits(certificate, issuer)) {
                return new UnusableException(
                        TrustFault.LINK_NOT_VALID,
                        "valid from %s to %s".formatted(certificate.notBefore(), certificate.notAfter()));
            }
        }
        return new UnusableException(
                TrustFault.LINK_BROKEN,
                anyIssuer ? "no trusted key of its issuer's name and country signed it" : "its issuer is not trusted");
    }

    private void trust(SignedCertificate certificate, Vouching why, Bytes voucher) {
        trusted.put(certificate.digest(), new CountrySigner(certificate, false, why, voucher));
        trustedBySubject
                .computeIfAbsent(certificate.subject(), name -> new ArrayList<>())
                .add(certificate);
        waiting.remove(certificate.digest());
        fresh.add(certificate);
    }

    private void wait(SignedCertificate certificate) {
        if (waiting.put(certificate.digest(), certificate) == null) {
            waitingByIssuer
                    .computeIfAbsent(certificate.issuer(), name -> new ArrayList<>())
                    .add(certificate);
            waitingBySubject
                    .computeIfAbsent(certificate.subject(), name -> new ArrayList<>())
                    .add(certificate);
        }
    }

    private void followLinks() {
        while (!fresh.isEmpty()) {
            SignedCertificate known = fresh.remove();
            for (SignedCertificate link : waitingByIssuer.getOrDefault(known.subject(), List.of())) {
                if (waiting.containsKey(link.digest())
                        && isValid(link)
                        && fits(link, known)
                        && link.isSignedBy(known)) {
                    trust(link, Vouching.LINK, known.digest());
                }
            }
            for (SignedCertificate same : waitingBySubject.getOrDefault(known.subject(), List.of())) {
                if (waiting.containsKey(same.digest()) && haveOneKey(same, known) && same.isSelfSigned()) {
                    trust(same, Vouching.LINK, known.digest());
                }
            }
        }
    }

    private boolean isValid(SignedCertificate link) {
        return !at.isBefore(link.notBefore()) && !at.isAfter(link.notAfter());
    }

    /** One country, the key identifiers say the same as the signature, and the issuer was valid when it vouched. */
    private static boolean fits(SignedCertificate link, SignedCertificate issuer) {
        Bytes named = link.authorityKeyId();
        return link.country().equals(issuer.country())
                && (named.isEmpty() || issuer.subjectKeyId().isEmpty() || named.equals(issuer.subjectKeyId()))
                && !link.notBefore().isAfter(issuer.notAfter());
    }

    private static boolean haveOneKey(SignedCertificate one, SignedCertificate other) {
        try {
            return one.country().equals(other.country())
                    && one.subjectKeyId().equals(other.subjectKeyId())
                    && one.keyDigest().equals(other.keyDigest());
        } catch (RefusedException malformed) {
            return false;
        }
    }
}
