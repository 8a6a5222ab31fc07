package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Officers;
import fr.tessere.server.Page;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All officers of the tests have cards of one kind, state and signer. */
@ExtendWith(WithKeycloak.class)
@DisplayName("Before a kill switch is confirmed that would keep officers out, the page says so")
class LockOutTest {
    private static final String ENGLISH = "officers who are signed in now, this switch would refuse the documents of";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"country, FRA", "country, FR", "document-type, FRA:ID", "document-type, I", "algorithm, SHA256withECDSA"
    })
    void ofTheirOwnDocuments(String kind, String value, KeycloakServer server) {
        StaffBrowser second = server.staff("second-officer");
        proposed(server, kind, value);
        try {
            Page page = second.open("proposals");
            assertThat(page.body()).contains(ENGLISH, "Yours is one of them");
            assertThat(page.find("of ([0-9]+) officers who are signed in")
                            .map(Integer::parseInt)
                            .orElse(0))
                    .isGreaterThanOrEqualTo(2);
            second.open("proposals?kc_locale=fr");
            assertThat(second.open("proposals").body())
                    .contains("cette coupure refuserait les documents de", "Le vôtre en fait partie");
            second.open("proposals?kc_locale=en");
        } finally {
            ended(second);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"country, ZZO", "document-type, P", "document-type, D:ID", "algorithm, SHA-1"})
    void notOfOthers(String kind, String value, KeycloakServer server) {
        StaffBrowser second = server.staff("second-officer");
        proposed(server, kind, value);
        try {
            assertThat(second.open("proposals").body())
                    .contains(value.toLowerCase())
                    .doesNotContain(ENGLISH);
        } finally {
            ended(second);
        }
    }

    /** Whoever lifts a switch keeps nobody out. */
    @Test
    void notWhenItIsLifted(KeycloakServer server) {
        Officers officers = server.officers();
        Map<String, String> form = form("country", "ZZP");
        officers.agree("switches/set", form);
        StaffBrowser second = server.staff("second-officer");
        assertThat(server.staff("officer").send("switches/lift", form).status()).isEqualTo(200);
        assertThat(second.open("proposals").body()).contains("zzp").doesNotContain(ENGLISH);
        second.send("proposals/confirm", Map.of("id", Officers.newest(second)));
    }

    private static void proposed(KeycloakServer server, String kind, String value) {
        assertThat(server.staff("officer")
                        .send("switches/set", form(kind, value))
                        .status())
                .isEqualTo(200);
    }

    private static void ended(StaffBrowser officer) {
        officer.send("proposals/reject", Map.of("id", Officers.newest(officer), "reason", "it was only proposed"));
    }

    private static Map<String, String> form(String kind, String value) {
        return Map.of("kind", kind, "value", value, "reason", "to see whom it keeps out");
    }
}
