package fr.tessere.keycloak.settings;

import fr.tessere.journal.alert.AlertSettings;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.operations.stream.Collector;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Settings that decide who gets in, what is kept and who hears of it. The log says when a server was started with others.
 *
 * @param trust whose documents count
 * @param status what becomes of expired documents, and who is asked for others
 * @param officers how they decide together
 * @param alerts who hears of them
 * @param collector who collects the log, if anybody does
 */
public record Deciding(
        TrustSettings trust,
        StatusSettings status,
        OfficerSettings officers,
        AlertSettings alerts,
        Optional<Collector> collector) {
    private static final String NOBODY = "nobody";

    /**
     * By their names; of other machines only which they are, of people only how many.
     *
     * @param journal how the log is kept
     * @param policy version of the rules for levels
     */
    public Map<String, String> facts(JournalEquipment journal, String policy) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("level-policy", policy);
        facts.put("expired-specimens", Boolean.toString(trust.expiredSpecimens()));
        facts.put("expired-documents", status.expiredDocuments() ? "lowest-level" : "refused");
        facts.put("status-url", status.lookup().map(one -> host(one.address())).orElse(NOBODY));
        facts.put("proposal-seconds", Long.toString(officers.proposals().toSeconds()));
        facts.put("urgent-seconds", Long.toString(officers.urgent().toSeconds()));
        facts.put(
                "alert-webhook-url",
                alerts.webhook().map(one -> host(one.address())).orElse(NOBODY));
        facts.put("alert-addresses", Integer.toString(alerts.addresses().size()));
        facts.put("siem-address", collector.map(one -> host(one.address())).orElse(NOBODY));
        facts.put("log-key", journal.signer().key().id());
        journal.months().forEach((kept, months) -> facts.put("audit-months-" + kept.word(), months.toString()));
        return facts;
    }

    private static String host(URI address) {
        return String.valueOf(address.getHost());
    }
}
