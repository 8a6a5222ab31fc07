package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Officers;
import fr.tessere.server.Page;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.StatusAuthority.Mood;
import fr.tessere.server.Tokens;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.Specimens;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("A document that is reported does not sign in, and does again when the report is lifted")
class ReportedDocumentTest {
    private static final String CARD = "french-identity-card";
    private static final String UTOPIAN = "identity-card-td2";
    private static final String HEADER = "issuing_state,document_type,document_number,status\n";

    @ParameterizedTest
    @CsvSource({"lost, document-lost", "stolen, document-stolen", "blocked, document-blocked"})
    void byAnOfficer(String status, String code, KeycloakServer server) {
        Officers officers = server.officers();
        assertThat(officers.agree("documents/report", document("status", status))
                        .body())
                .contains("role=\"status\"");
        try {
            assertThat(Reader.read(server, CARD).code())
                    .isEqualTo(RefusalCode.ofWord(code).orElseThrow());
            assertThat(server.staff("auditor")
                            .send("documents/search", document("", ""))
                            .find("id=\"found-status\">([^<]+)<"))
                    .contains(status);
        } finally {
            officers.agree("documents/lift", document("", ""));
        }
        assertThat(Reader.read(server, CARD).status()).isEqualTo(200);
        assertThat(officers.first().send("documents/lift", document("", "")).status())
                .isEqualTo(409);
        assertThat(server.log()).contains("OFFICER_DOCUMENT").doesNotContain(number(CARD));
        assertThat(officers.first().open("documents").body()).doesNotContain(number(CARD));
    }

    @Test
    void byAnImportAfterARehearsal(KeycloakServer server) {
        Officers officers = server.officers();
        String rows = HEADER + "FRA,ID," + number(CARD) + ",stolen\nFRA,ID,ZZ9ZZZ999,lost\n";

        Page rehearsal =
                officers.first().upload("import", Map.of("mode", "rehearse"), rows.getBytes(StandardCharsets.US_ASCII));
        assertThat(rehearsal.body()).contains("New reports: 2");
        assertThat(Reader.read(server, CARD).status()).as("nothing was changed").isEqualTo(200);

        Map<String, String> take = Map.of("mode", "import", "reason", "weekly list of the ministry");
        try {
            assertThat(officers.first()
                            .upload("import", take, rows.getBytes(StandardCharsets.US_ASCII))
                            .status())
                    .isEqualTo(200);
            assertThat(Reader.read(server, CARD).status())
                    .as("one officer is not enough")
                    .isEqualTo(200);
            assertThat(officers.first()
                            .upload("import", take, rows.getBytes(StandardCharsets.US_ASCII))
                            .status())
                    .as("nor is he twice")
                    .isEqualTo(409);
            assertThat(officers.second()
                            .upload("import", take, rows.getBytes(StandardCharsets.US_ASCII))
                            .status())
                    .isEqualTo(200);
            assertThat(Reader.read(server, CARD).code()).isEqualTo(RefusalCode.DOCUMENT_STOLEN);
        } finally {
            String lifted = rows.replace(",stolen", ",lifted").replace(",lost", ",lifted");
            officers.agree("import", take, lifted.getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(Reader.read(server, CARD).status()).isEqualTo(200);
        assertThat(server.log()).contains("OFFICER_IMPORT", "2 new").doesNotContain(number(CARD), "ZZ9ZZZ999");
    }

    @Test
    void anImportWithOneFaultChangesNothing(KeycloakServer server) {
        StaffBrowser officer = server.staff("officer");
        String rows = HEADER + "FRA,ID," + number(CARD) + ",stolen\nFRA,ID,=CMD(1),lost\n";

        Page refused = officer.upload(
                "import", Map.of("mode", "import", "reason", "with a fault"), rows.getBytes(StandardCharsets.US_ASCII));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("Line 3:").doesNotContain("=CMD", number(CARD));
        assertThat(Reader.read(server, CARD).status()).isEqualTo(200);
    }

    @Test
    void aHugeImportIsRefused(KeycloakServer server) {
        byte[] huge = new byte[6 * 1024 * 1024];

        Page refused =
                server.staff("officer").upload("import", Map.of("mode", "import", "reason", "a whole disk"), huge);

        assertThat(refused.status()).isIn(400, 413);
    }

    @Test
    void aReasonThatRepeatsTheNumberIsNotKept(KeycloakServer server) {
        Map<String, String> form = new java.util.HashMap<>(document("status", "lost"));
        form.put("reason", "he lost " + number(CARD).toLowerCase() + " in a train");

        assertThat(server.staff("officer").send("documents/report", form).status())
                .isEqualTo(400);
        assertThat(Reader.read(server, CARD).status()).isEqualTo(200);
    }

    @Test
    void theAuthoritysNewsRefuseToo(KeycloakServer server) {
        server.authority().is(Mood.STOLEN);
        try {
            assertThat(Reader.read(server, UTOPIAN).code()).isEqualTo(RefusalCode.DOCUMENT_STOLEN);
            assertThat(Reader.read(server, CARD).status()).as("not its affair").isEqualTo(200);
        } finally {
            server.authority().is(Mood.VALID);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"UNKNOWN", "SLOW", "DOWN", "GARBAGE", "HUGE"})
    void theLowestLevelToleratesASilentAuthorityAndSaysSo(Mood mood, KeycloakServer server) throws Exception {
        assertThat(weaknesses(signIn(server))).doesNotContain("status-unknown");
        server.authority().is(mood);
        try {
            assertThat(weaknesses(signIn(server))).contains("status-unknown");
        } finally {
            server.authority().is(Mood.VALID);
        }
    }

    private static Tokens signIn(KeycloakServer server) throws Exception {
        var visitor = fr.tessere.server.Visitor.arriveAt(server);
        String back = fr.tessere.server.Played.honestly(visitor.readingHere(), Specimens.load(UTOPIAN))
                .last()
                .json()
                .path("returnAddress")
                .asText();
        return visitor.returnTo(back).tokens();
    }

    private static String weaknesses(Tokens tokens) {
        return tokens.claims().at("/tessere_evidence/weaknesses").toString();
    }

    private static Map<String, String> document(String name, String value) {
        Map<String, String> form = new java.util.HashMap<>(
                Map.of("state", "fra", "type", "ID", "number", number(CARD), "reason", "report of the owner"));
        if (!name.isEmpty()) {
            form.put(name, value);
        }
        return form;
    }

    /** Printed on the document: the first nine places behind the type and State of the first line. */
    private static String number(String profile) {
        return Specimens.load(profile).mrz().text().substring(5, 14).replace("<", "");
    }
}
