package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.history.PublicLog;
import fr.tessere.history.SignedIn;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.Played;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.SpecimenDocument;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("What happened is found by each thing that an entry says: no more, and no less")
class SearchedByTest {
    private static final Pattern ENTRY = Pattern.compile("<td><a href=\"[^\"]*/entries/([A-Za-z0-9_-]{22})\">");

    @Test
    void personDocumentAndSession(KeycloakServer server) throws Exception {
        SpecimenDocument card = NewDocument.like("french-identity-card");
        String first = SignedIn.transaction(server, card);
        String second = SignedIn.transaction(server, card);
        List<Entry> all = log(server, second);
        StaffBrowser auditor = server.staff("auditor");
        Entry login = loginOf(all, second);

        for (String name : List.of("person", "document", "session")) {
            String value = login.value(name).orElseThrow();
            Set<String> said = all.stream()
                    .filter(entry -> entry.value(name).filter(value::equals).isPresent())
                    .map(entry -> entry.id().text())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(found(auditor, name + "=" + value))
                    .as(name)
                    .isEqualTo(said)
                    .contains(login.id().text());
        }
        assertThat(found(auditor, "person=" + login.value("person").orElseThrow()))
                .as("both sign-ins")
                .contains(first, second);
        assertThat(found(auditor, "session=" + login.value("session").orElseThrow()))
                .as("one of them")
                .contains(second)
                .doesNotContain(first);
        assertThat(found(auditor, "person=" + login.value("document").orElseThrow()))
                .as("a document is no person")
                .isEmpty();
    }

    @Test
    void level(KeycloakServer server) throws Exception {
        String transaction = SignedIn.transaction(server, NewDocument.like("french-identity-card"));
        String login = loginOf(log(server, transaction), transaction).id().text();
        StaffBrowser auditor = server.staff("auditor");

        assertThat(found(auditor, "kind=login&level=eidas1")).contains(login);
        assertThat(found(auditor, "kind=login&level=eidas2")).isNotEmpty().doesNotContain(login);
    }

    @Test
    void causeOfARefusal(KeycloakServer server) throws Exception {
        Played.honestly(
                Visitor.arriveAt(server).readingHere(),
                NewDocument.like("french-identity-card").copied());
        List<Entry> all = log(server, SignedIn.transaction(server));
        String refused = all.stream()
                .filter(entry -> entry.outcome().equals("chip-not-original"))
                .max(Comparator.comparing(Entry::at))
                .orElseThrow()
                .id()
                .text();
        StaffBrowser auditor = server.staff("auditor");

        assertThat(found(auditor, "outcome=chip-not-original")).contains(refused);
        assertThat(found(auditor, "outcome=document-lost")).doesNotContain(refused);
    }

    @Test
    void whatWasFoundStandsFirstAndWhereNothingWasTheFieldsDo(KeycloakServer server) throws Exception {
        SignedIn.transaction(server);
        StaffBrowser auditor = server.staff("auditor");
        String folded = "<details><summary>Search for something else";

        assertThat(auditor.openUntil("entries?kind=login", "<td>login").body()).contains(folded);
        assertThat(auditor.open("entries?kind=nothing-of-this-kind").body()).doesNotContain(folded);
        assertThat(auditor.open("entries").body()).doesNotContain(folded);
    }

    /** The whole log, once this entry has its place. */
    private static List<Entry> log(KeycloakServer server, String entry) {
        new PublicLog(server.issuer()).inclusion(entry);
        return PublicLog.entries(server.staff("auditor").open("log/export").body());
    }

    private static Entry loginOf(List<Entry> all, String transaction) {
        String session = all.stream()
                .filter(entry -> entry.id().text().equals(transaction))
                .findFirst()
                .flatMap(entry -> entry.value("session"))
                .orElseThrow();
        return all.stream()
                .filter(entry -> entry.kind().equals("login"))
                .filter(entry -> entry.value("session").filter(session::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> found(StaffBrowser auditor, String search) {
        return ENTRY.matcher(auditor.open("entries?" + search).body())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
