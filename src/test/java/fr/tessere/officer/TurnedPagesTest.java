package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.audit.sql.SqlSearch;
import fr.tessere.history.PublicLog;
import fr.tessere.history.SignedIn;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.WithKeycloak;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("What a search finds beyond one page is on the next")
class TurnedPagesTest {
    private static final String SERVICE = "nobody-" + System.nanoTime();
    private static final int ENTRIES = 2 * SqlSearch.MOST + 3;
    private static final Pattern ENTRY = Pattern.compile("<td><a href=\"[^\"]*/entries/([A-Za-z0-9_-]{22})\">");

    @Test
    void officersTurnPagesWithoutScripts(KeycloakServer server) throws Exception {
        for (int i = 0; i < ENTRIES; i++) {
            new PlainBrowser("en")
                    .openOnly(URI.create(
                            server.issuer() + "/protocol/openid-connect/auth?response_type=code&client_id=" + SERVICE));
        }
        // a later entry has its place: so have these
        new PublicLog(server.issuer()).inclusion(SignedIn.transaction(server));
        StaffBrowser officer = server.staff("officer");
        String search = "entries?outcome=client_not_found&client=" + SERVICE;
        Page first = officer.open(search);
        List<String> found = new ArrayList<>(entries(first));
        assertThat(found).hasSize(SqlSearch.MOST);
        assertThat(first.body()).contains("Older entries").doesNotContain("Newest entries");

        Page next = first;
        int pages = 1;
        for (Optional<String> older = older(next); older.isPresent(); older = older(next)) {
            next = officer.open(older.get());
            found.addAll(entries(next));
            pages++;
            assertThat(next.body()).contains("Newest entries", "Entries before ", "value=\"" + SERVICE + "\"");
        }
        assertThat(pages).isEqualTo(3);
        assertThat(found).hasSize(ENTRIES).doesNotHaveDuplicates();

        String newest =
                next.find("id=\"newest\"[^>]*href=\"[^\"]*/(entries[^\"]*)\"").orElseThrow();
        assertThat(entries(officer.open(plain(newest)))).isEqualTo(found.subList(0, SqlSearch.MOST));
        officer.open("entries?kc_locale=fr");
        assertThat(officer.open(search).body()).contains("Inscriptions plus anciennes");
    }

    @Test
    void whatIsNoEntryIsNoPlaceToGoOnFrom(KeycloakServer server) {
        Page page = server.staff("auditor").open("entries?behind=nothing-of-this-name");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("No entry has this name");
    }

    private static List<String> entries(Page page) {
        return ENTRY.matcher(page.body()).results().map(found -> found.group(1)).toList();
    }

    private static Optional<String> older(Page page) {
        return page.find("id=\"older\"[^>]*href=\"[^\"]*/(entries[^\"]*)\"").map(TurnedPagesTest::plain);
    }

    private static String plain(String address) {
        return address.replace("&amp;", "&");
    }
}
