package fr.tessere.keycloak.officer;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.sql.SqlSearch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What services have to be told of some sign-ins: to each its own transactions, and nobody else's. */
final class ServiceNotes {
    /** Sign-ins that are followed to their tokens, the newest: so many in less than 300 ms in a log of ten million entries. */
    static final int SIGN_INS = 50;

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
        evidence(found)
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

    /** True if each sign-in among these is followed; otherwise the page has to say that older ones are not. */
    static boolean isWhole(List<Entry> found) {
        return evidence(found).count() <= SIGN_INS;
    }

    private static Stream<Entry> evidence(List<Entry> found) {
        return found.stream().filter(entry -> entry.kind().equals("evidence"));
    }
}
