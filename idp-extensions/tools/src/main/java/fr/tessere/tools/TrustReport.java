package fr.tessere.tools;

import fr.tessere.verification.trust.CountrySigner;
import fr.tessere.verification.trust.RevocationList;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.TrustOverview;
import fr.tessere.verification.trust.TrustSurvey;
import fr.tessere.verification.trust.Vouching;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a trust folder holds, country by country, for a person. */
final class TrustReport {
    private final TrustOverview overview;
    private final Optional<EarlierReport> earlier;
    private final Texts texts;
    private final List<String> lines = new ArrayList<>();

    private TrustReport(TrustOverview overview, Optional<EarlierReport> earlier, Texts texts) {
        this.overview = overview;
        this.earlier = earlier;
        this.texts = texts;
    }

    /** In lines. */
    static String text(TrustOverview overview, Optional<EarlierReport> earlier, Texts texts) {
        TrustReport report = new TrustReport(overview, earlier, texts);
        overview.countries().forEach(report::add);
        report.addLists();
        report.addTotal();
        report.addChanges();
        report.addUnused();
        return String.join(System.lineSeparator(), report.lines);
    }

    private void add(TrustOverview.Country country) {
        lines.add(texts.say(
                "trust.country", name(country.code()), country.signers().size()));
        for (CountrySigner signer : country.signers()) {
            SignedCertificate certificate = signer.certificate();
            String key = TrustJson.keyId(certificate);
            boolean over = overview.days(certificate.notAfter()) >= 0
                    && overview.survey().at().isAfter(certificate.notAfter());
            lines.add("  "
                    + texts.say("trust.certificate", key.isEmpty() ? "-" : key, date(certificate.notAfter()))
                    + (over ? ", " + texts.say("trust.expired") : "")
                    + ", " + texts.say("vouching." + signer.vouching().word()));
        }
        lines.add("  " + texts.say("revocation." + country.revocation().word()));
        for (RevocationList list : country.lists()) {
            lines.add("  "
                    + texts.say(
                            "trust.revocation-list",
                            list.number().map(BigInteger::toString).orElse("-"),
                            overview.days(list.thisUpdate()),
                            list.nextUpdate().equals(Instant.EPOCH) ? "-" : date(list.nextUpdate()),
                            list.size()));
        }
    }

    private void addLists() {
        for (TrustSurvey.ListedBy list : overview.survey().masterLists()) {
            lines.add(texts.say(
                    "trust.master-list",
                    list.file(),
                    name(list.country()),
                    list.signed().map(TrustReport::date).orElse("-"),
                    list.certificates()));
        }
    }

    private void addTotal() {
        TrustSurvey survey = overview.survey();
        lines.add(texts.say(
                "trust.total",
                overview.countries().size(),
                survey.anchors().all().size(),
                survey.loaded().size()));
        lines.add(texts.say("trust-version", survey.anchors().version()));
        if (survey.anchors().all().stream().anyMatch(signer -> signer.vouching() == Vouching.NAMED)) {
            lines.add(texts.say("trust.named-by-hand"));
        }
    }

    private void addChanges() {
        earlier.ifPresent(report -> {
            lines.add("");
            List<String> changes = report.changes(overview);
            lines.add(texts.say(changes.isEmpty() ? "trust.no-changes" : "trust.changes"));
            changes.forEach(change -> lines.add("  " + change));
        });
    }

    private void addUnused() {
        List<TrustSurvey.Unused> unused = overview.survey().unused();
        if (unused.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(texts.say("trust.refused"));
        for (TrustSurvey.Unused one : unused) {
            lines.add("  %s%s: %s"
                    .formatted(
                            one.file(),
                            one.place().isEmpty() ? "" : ", " + one.place(),
                            texts.say("fault." + one.fault().word())));
            lines.add("    " + (one.subject().isEmpty() ? "" : one.subject() + ": ") + one.detail());
        }
    }

    private static String name(String country) {
        return country.isEmpty() ? "--" : country;
    }

    private static String date(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
