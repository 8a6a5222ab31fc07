package fr.tessere.keycloak.officer;

import fr.tessere.keycloak.proposal.Change;
import fr.tessere.keycloak.proposal.ConfirmedSigners;
import fr.tessere.keycloak.proposal.TrustDeed;
import fr.tessere.keycloak.status.OfficerAct.Area;
import fr.tessere.verification.trust.CountrySigner;
import fr.tessere.verification.trust.RevocationList;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.TrustChanges;
import fr.tessere.verification.trust.TrustFault;
import fr.tessere.verification.trust.TrustOverview;
import fr.tessere.verification.trust.TrustState;
import fr.tessere.verification.trust.TrustSurvey;
import jakarta.ws.rs.core.Response;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What this node trusts, country by country, and what of the trust folder it does not use. Two officers may confirm a certificate of it. */
final class TrustPages {
    private static final String PAGE = "trust";
    /** Lines of one list on a page; the command {@code tessere trust} shows all. */
    private static final int LINES = 100;

    private final TrustState state;
    private final TrustOverview overview;
    private final ConfirmedSigners confirmed;
    private final ProposalPages proposals;
    private final OfficerFrame frame;
    private final Instant now;

    TrustPages(TrustState state, ConfirmedSigners confirmed, ProposalPages proposals, OfficerFrame frame, Instant now) {
        this.state = state;
        this.confirmed = confirmed;
        this.proposals = proposals;
        this.overview = TrustOverview.of(state.current());
        this.frame = frame;
        this.now = now;
    }

    /**
     * One country in the overview.
     *
     * @param code as its certificates name it
     * @param signers number of its country signers
     * @param nextExpiry day on which the next of them that still lives expires, or empty
     * @param revocation word of the grade
     * @param age days since its newest revocation list was made, or empty
     */
    public record Row(String code, int signers, String nextExpiry, String revocation, String age) {}

    /**
     * One country signer.
     *
     * @param subject its name
     * @param keyId hexadecimal
     * @param fingerprint SHA-256, hexadecimal
     * @param until last day of validity
     * @param expired true if that is over
     * @param vouching word of the reason for trust
     */
    public record Signer(
            String subject, String keyId, String fingerprint, String until, boolean expired, String vouching) {}

    /**
     * One revocation list.
     *
     * @param number counted by its issuer, or empty
     * @param age days since it was made
     * @param made day on which it was made
     * @param next day of the next one, or empty
     * @param revoked number of certificates it names
     */
    public record Listed(String number, long age, String made, String next, int revoked) {}

    /**
     * A line about something that is not used, or came or went.
     *
     * @param what file, or certificate
     * @param why word of the fault, or of the change
     * @param detail more, or empty
     */
    public record Line(String what, String why, String detail) {}

    /**
     * A certificate that officers have confirmed.
     *
     * @param fingerprint SHA-256, hexadecimal
     * @param since when
     * @param reason in the proposing officer's words
     */
    public record ByOfficers(String fingerprint, String since, String reason) {}

    /** Proposes to trust a certificate of the folder; its fingerprint was compared over another way, and is typed. */
    Response confirm(Form form) {
        String fingerprint = fingerprint(form);
        boolean waits = state.current().unused().stream()
                .anyMatch(one -> one.fault() == TrustFault.NOT_CONFIRMED
                        && one.detail().equalsIgnoreCase("SHA-256 " + fingerprint));
        return waits ? propose(form, fingerprint, TrustDeed.CONFIRMED) : show("", 400, "fingerprint");
    }

    /** Proposes to trust it no more. */
    Response withdraw(Form form) {
        String fingerprint = fingerprint(form);
        boolean known =
                confirmed.all().stream().anyMatch(one -> one.fingerprint().equals(fingerprint));
        return known ? propose(form, fingerprint, TrustDeed.NOT_CONFIRMED) : show("", 400, "fingerprint-withdrawn");
    }

    private Response propose(Form form, String fingerprint, String after) {
        if (!OfficerFrame.isReason(form.text("reason"))) {
            return show("", 400, "reason");
        }
        String before = after.equals(TrustDeed.CONFIRMED) ? TrustDeed.NOT_CONFIRMED : TrustDeed.CONFIRMED;
        return proposals.propose(new Change(Area.TRUST, fingerprint, before, after), form);
    }

    private static String fingerprint(Form form) {
        return form.text("fingerprint").replaceAll("[: ]", "").toLowerCase(Locale.ROOT);
    }

    /** All countries, or one of them. */
    Response show(String code, int status, String wrong) {
        Optional<TrustOverview.Country> one = overview.countries().stream()
                .filter(country -> !code.isEmpty() && country.code().equals(code))
                .findFirst();
        Map<String, Object> contents = new HashMap<>();
        contents.put("version", state.current().anchors().version());
        contents.put("since", OfficerPages.time(state.since()));
        contents.put("looked", OfficerPages.time(state.looked()));
        contents.put(
                "brokenSince",
                state.broken().map(it -> OfficerPages.time(it.since())).orElse(""));
        contents.put("brokenFile", state.broken().map(TrustState.Broken::file).orElse(""));
        contents.put("brokenWhy", state.broken().map(it -> it.fault().word()).orElse(""));
        contents.put("country", one.map(TrustOverview.Country::code).orElse(""));
        contents.put("signers", one.map(this::signers).orElse(List.of()));
        contents.put("lists", one.map(this::lists).orElse(List.of()));
        contents.put("countries", overview.countries().stream().map(this::row).toList());
        contents.put("masterLists", masterLists());
        contents.put("unused", unused());
        contents.put("unusedCount", state.current().unused().size());
        contents.put("changes", state.changes().map(TrustPages::changes).orElse(List.of()));
        contents.put("byOfficers", byOfficers());
        return frame.page(PAGE, status, "", wrong, contents);
    }

    private List<ByOfficers> byOfficers() {
        return confirmed.all().stream()
                .map(signer -> new ByOfficers(signer.fingerprint(), OfficerPages.time(signer.since()), signer.reason()))
                .toList();
    }

    private Row row(TrustOverview.Country country) {
        return new Row(
                country.code(),
                country.signers().size(),
                country.signers().stream()
                        .map(signer -> signer.certificate().notAfter())
                        .filter(end -> !end.isBefore(now))
                        .findFirst()
                        .map(TrustPages::day)
                        .orElse(""),
                country.revocation().word(),
                country.lists().stream()
                        .reduce((older, newer) -> newer)
                        .map(list -> String.valueOf(overview.days(list.thisUpdate())))
                        .orElse(""));
    }

    private List<Signer> signers(TrustOverview.Country country) {
        return country.signers().stream()
                .map(signer -> {
                    SignedCertificate certificate = signer.certificate();
                    return new Signer(
                            certificate.subject().toString(),
                            certificate.subjectKeyId().toHex().toLowerCase(Locale.ROOT),
                            certificate.digest().toHex().toLowerCase(Locale.ROOT),
                            day(certificate.notAfter()),
                            certificate.notAfter().isBefore(now),
                            signer.vouching().word());
                })
                .toList();
    }

    private List<Listed> lists(TrustOverview.Country country) {
        return country.lists().stream()
                .map(list -> new Listed(
                        list.number().map(BigInteger::toString).orElse(""),
                        overview.days(list.thisUpdate()),
                        day(list.thisUpdate()),
                        list.nextUpdate().equals(Instant.EPOCH) ? "" : day(list.nextUpdate()),
                        list.size()))
                .toList();
    }

    private List<Line> masterLists() {
        return state.current().masterLists().stream()
                .map(list -> new Line(
                        list.file() + " (" + list.country() + ")",
                        String.valueOf(list.certificates()),
                        list.signed().map(TrustPages::day).orElse("")))
                .toList();
    }

    private List<Line> unused() {
        return state.current().unused().stream()
                .limit(LINES)
                .map(TrustPages::line)
                .toList();
    }

    private static Line line(TrustSurvey.Unused unused) {
        String place = unused.place().isEmpty() ? unused.file() : unused.file() + ", " + unused.place();
        String detail = unused.subject().isEmpty() ? unused.detail() : unused.subject() + ": " + unused.detail();
        return new Line(place, unused.fault().word(), detail);
    }

    private static List<Line> changes(TrustChanges changes) {
        List<Line> lines = new ArrayList<>();
        changes.added().forEach(signer -> lines.add(signer(signer, "signer-added")));
        changes.removed().forEach(signer -> lines.add(signer(signer, "signer-removed")));
        changes.listsAdded().forEach(list -> lines.add(list(list, "list-added")));
        changes.listsRemoved().forEach(list -> lines.add(list(list, "list-removed")));
        return lines.stream().limit(LINES).toList();
    }

    private static Line signer(CountrySigner signer, String change) {
        SignedCertificate certificate = signer.certificate();
        return new Line(
                certificate.subject().toString(),
                change,
                certificate.digest().toHex().toLowerCase(Locale.ROOT));
    }

    private static Line list(RevocationList list, String change) {
        return new Line(
                list.issuer().toString(),
                change,
                list.number().map(BigInteger::toString).orElse(day(list.thisUpdate())));
    }

    private static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
