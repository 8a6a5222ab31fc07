package fr.tessere.keycloak.officer;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.sql.SqlSearch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What services have to be told of some sign-ins: to each its own transactions, and nobody else's. */
final class ServiceNotes {
    /** Sign-ins that are followed to their tokens. */
    private static final int SIGN_INS = 50;

    private static final Set<String> TOKENS = Set.of("code-to-token", "refresh-token");

    private ServiceNotes() {}

    /**
     * One service.
     *
     * @param client its id
     * @param transactions {@code txn} of the tokens that it got, with their times
     */
    public record Service(String client, List<String> transactions) {}

    /** Follows each evidence among these to the tokens that rest on it. */
    static List<Service> of(List<Entry> found, SqlSearch search) {
        Map<String, Set<String>> services = new LinkedHashMap<>();
        found.stream()
                .filter(entry -> entry.kind().equals("evidence"))
                .limit(SIGN_INS)
                .flatMap(evidence -> search.around(evidence).stream())
                .filter(entry ->
                        TOKENS.contains(entry.kind()) && entry.outcome().equals(Entry.DONE))
                .forEach(entry -> services.computeIfAbsent(
                                entry.value("client").orElse("-"), client -> new LinkedHashSet<>())
                        .add(entry.id().text() + " " + OfficerPages.time(entry.at())));
        List<Service> notes = new ArrayList<>();
        services.forEach((client, transactions) -> notes.add(new Service(client, List.copyOf(transactions))));
        return notes;
    }
}
