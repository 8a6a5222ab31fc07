package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.trust.SurveyNotes.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Takes up master lists whose signers the operator trusts; each certificate in one is looked at by itself. */
final class ListedSigners {
    private final Map<Bytes, Bytes> listed = new HashMap<>();
    private final List<TrustSurvey.ListedBy> lists = new ArrayList<>();
    private final SurveyNotes notes;
    private final Duration slack;
    private final Instant at;

    ListedSigners(SurveyNotes notes, Duration slack, Instant at) {
        this.notes = notes;
        this.slack = slack;
        this.at = at;
    }

    /** Digests of the certificates, each with that of the list which names it. */
    Map<Bytes, Bytes> listed() {
        return listed;
    }

    /** The lists that count. */
    List<TrustSurvey.ListedBy> lists() {
        return lists;
    }

    /**
     * Takes up one list.
     *
     * @param roots who may vouch for its signer
     * @param taker gets each certificate
     */
    void take(
            TrustObjects.Found object,
            Origin origin,
            Collection<SignedCertificate> roots,
            BiConsumer<SignedCertificate, Origin> taker)
            throws UnusableException {
        MasterList list = UnusableException.because(TrustFault.MALFORMED, () -> MasterList.parse(object.der()));
        TrustClaims.require(object.claim(), "ml", list.country());
        UnusableException.because(TrustFault.LIST_SIGNER_UNTRUSTED, () -> {
            list.requireVouchedBy(roots, at);
            return list;
        });
        UnusableException.require(
                list.signed().filter(time -> time.isAfter(at.plus(slack))).isEmpty(),
                TrustFault.FROM_THE_FUTURE,
                "signed at " + list.signed().orElse(at));
        lists.add(new TrustSurvey.ListedBy(
                origin.file(),
                list.country(),
                list.signed(),
                list.certificates().size(),
                list.digest()));
        notes.used(origin);
        int number = 0;
        for (Bytes der : list.certificates()) {
            Origin inside = new Origin(origin.file(), "certificate " + ++number);
            notes.attempt(inside, () -> {
                SignedCertificate certificate =
                        UnusableException.because(TrustFault.MALFORMED, () -> SignedCertificate.parse(der));
                UnusableException.require(
                        certificate.maySignCertificates(), TrustFault.NOT_AN_AUTHORITY, certificate.toString());
                listed.putIfAbsent(certificate.digest(), list.digest());
                taker.accept(certificate, inside);
            });
        }
    }
}
