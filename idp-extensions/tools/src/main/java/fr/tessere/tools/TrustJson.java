package fr.tessere.tools;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.trust.CountrySigner;
import fr.tessere.verification.trust.RevocationList;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.TrustOverview;
import fr.tessere.verification.trust.TrustSurvey;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The trust report for programs, and for {@link EarlierReport} later. */
final class TrustJson {
    private TrustJson() {}

    static ObjectNode of(TrustOverview overview, Optional<EarlierReport> earlier) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        TrustSurvey survey = overview.survey();
        ArrayNode countries = node.putArray("countries");
        overview.countries().forEach(country -> add(countries.addObject(), country, overview));
        ArrayNode lists = node.putArray("masterLists");
        survey.masterLists()
                .forEach(list -> lists.addObject()
                        .put("file", list.file())
                        .put("country", list.country())
                        .put("signed", list.signed().map(Instant::toString).orElse(null))
                        .put("certificates", list.certificates())
                        .put("sha256", hex(list.digest())));
        ArrayNode loaded = node.putArray("loaded");
        survey.loaded()
                .forEach(file -> loaded.addObject()
                        .put("file", file.name())
                        .put("objects", file.used())
                        .put("sha256", hex(file.digest())));
        ArrayNode refused = node.putArray("refused");
        survey.unused()
                .forEach(unused -> refused.addObject()
                        .put("file", unused.file())
                        .put("place", unused.place())
                        .put("subject", unused.subject())
                        .put("code", unused.fault().word())
                        .put("reason", unused.detail()));
        earlier.ifPresent(report -> {
            ArrayNode changes = node.putArray("changes");
            report.changes(overview).forEach(changes::add);
        });
        node.put("knownDocumentSigners", survey.anchors().knownDocumentSigners());
        node.put("trustVersion", survey.anchors().version());
        node.put("at", survey.at().toString());
        return node;
    }

    private static void add(ObjectNode entry, TrustOverview.Country country, TrustOverview overview) {
        entry.put("country", country.code()).put("number", country.signers().size());
        ArrayNode certificates = entry.putArray("certificates");
        for (CountrySigner signer : country.signers()) {
            SignedCertificate certificate = signer.certificate();
            certificates
                    .addObject()
                    .put("subject", certificate.subject().toString())
                    .put("keyId", keyId(certificate))
                    .put("sha256", hex(certificate.digest()))
                    .put("notBefore", certificate.notBefore().toString())
                    .put("notAfter", certificate.notAfter().toString())
                    .put("specimen", signer.specimen())
                    .put("vouching", signer.vouching().word())
                    .put("voucher", hex(signer.voucher()));
        }
        entry.put("revocation", country.revocation().word());
        ArrayNode lists = entry.putArray("revocationLists");
        for (RevocationList list : country.lists()) {
            lists.addObject()
                    .put("issuer", list.issuer().toString())
                    .put("number", list.number().map(BigInteger::toString).orElse(""))
                    .put("thisUpdate", list.thisUpdate().toString())
                    .put(
                            "nextUpdate",
                            list.nextUpdate().equals(Instant.EPOCH)
                                    ? null
                                    : list.nextUpdate().toString())
                    .put("ageDays", overview.days(list.thisUpdate()))
                    .put("revoked", list.size())
                    .put("sha256", hex(list.digest()));
        }
    }

    static String keyId(SignedCertificate certificate) {
        return hex(certificate.subjectKeyId());
    }

    static String hex(Bytes bytes) {
        return bytes.toHex().toLowerCase(Locale.ROOT);
    }
}
