package fr.tessere.journal.publish;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.InvalidEntryException;
import fr.tessere.audit.receipt.Receipt;
import fr.tessere.audit.sql.SqlSearch;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.journal.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;

/**
 * What the log says of one sign-in, for the person whose it was. Whose it was, the caller has to know: the log does not.
 *
 * @param number of the entry with the evidence
 * @param transactions {@code txn} of the tokens that the service got in this sign-in
 * @param reached the level that document and second factor reach together
 * @param alone the level that the document reaches by itself
 * @param proof word of how the chip was proven
 * @param country of the document signer, two letters
 * @param checks word of each check to the word of its result
 * @param weaknesses words of what was accepted with reserve
 * @param included true if a proof was run just now: the entry is in the log under a signed head, as it reads
 */
public record OwnReceipt(
        String number,
        List<String> transactions,
        String reached,
        String alone,
        String proof,
        String country,
        Map<String, String> checks,
        List<String> weaknesses,
        boolean included) {
    private static final Set<String> TOKENS = Set.of("code-to-token", "refresh-token");

    public OwnReceipt {
        transactions = List.copyOf(transactions);
        checks = Map.copyOf(checks);
        weaknesses = List.copyOf(weaknesses);
    }

    /** Of the evidence with this number, as far as it concerns this service; empty if the log has none that can be read. */
    public static Optional<OwnReceipt> of(KeycloakSession session, String number, String client) {
        String log = session.getContext().getRealm().getId();
        return new Tables(session).with(connection -> {
            SqlSearch search = new SqlSearch(connection, log);
            Optional<Entry> evidence =
                    search.entry(number).filter(one -> one.kind().equals("evidence"));
            if (evidence.isEmpty()) {
                return Optional.empty();
            }
            boolean included =
                    Integrity.of(connection, JournalEquipment.of(session), log).isIncluded(evidence.get());
            return read(evidence.get(), transactions(search.around(evidence.get()), client), included);
        });
    }

    private static Optional<OwnReceipt> read(Entry evidence, List<String> transactions, boolean included) {
        try {
            Receipt receipt = Receipt.of(evidence);
            return Optional.of(new OwnReceipt(
                    evidence.id().text(),
                    transactions,
                    receipt.reaches(),
                    receipt.level(),
                    receipt.proof(),
                    receipt.country(),
                    receipt.checks(),
                    receipt.weaknesses(),
                    included));
        } catch (InvalidEntryException spoilt) {
            return Optional.empty();
        }
    }

    private static List<String> transactions(List<Entry> around, String client) {
        return around.stream()
                .filter(one -> TOKENS.contains(one.kind()) && one.outcome().equals(Entry.DONE))
                .filter(one -> one.value("client").filter(client::equals).isPresent())
                .map(one -> one.id().text())
                .toList();
    }
}
