package fr.tessere.officer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.history.PublicLog;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Officers;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.ReaderProgram;
import fr.tessere.server.StaffBrowser;
import fr.tessere.server.TessereCommand;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The drill of src/main/docs/drill.md, step by step, by the pages that a person uses. */
@ExtendWith(WithKeycloak.class)
@DisplayName("Drill: a copied card was used; find it, prove it, block it, tell the service")
class DrillTest {
    private static final String DOCUMENT = "passport-without-clone-protection";
    private static final Pattern ENTRY = Pattern.compile("/entries/([A-Za-z0-9_-]{22})\"");

    @TempDir
    Path folder = Path.of(".");

    @Test
    void fromTheTelephoneCallToTheAnswer(KeycloakServer server) throws Exception {
        SpecimenDocument passport = Specimens.load(DOCUMENT);
        signIn(server, "town-hall", passport);
        Visitor thief = signIn(server, "tax-office", passport.copied());
        String misused = transaction(thief);
        assertThat(enter(server, thief).redirectParameters())
                .as("the thief's session opens the next service too")
                .containsKey("code");
        new PublicLog(server.issuer()).inclusion(misused);
        Officers officers = server.officers();

        Page found = officers.first().send("entries/document", document(Map.of("reason", "the owner called, case 17")));
        prove(server, officers.first(), find(officers.first(), found, misused));
        block(server, officers, passport);
        assertThat(enter(server, thief).body())
                .as("the session ends: the next service asks for the card")
                .contains("/tessere/readings/");
        assertThat(found.body())
                .as("tell the service")
                .contains("What to tell each service")
                .containsSubsequence("<h3>tax-office</h3>", "<code>" + misused + " ");

        officers.agree("documents/lift", document(Map.of("reason", "end of the drill")));
        assertThat(Reader.read(server, passport).status()).isEqualTo(200);
    }

    /** The evidence of the sign-in that the owner did not make. */
    private static String find(StaffBrowser officer, Page found, String misused) {
        List<String> evidence = ENTRY.matcher(found.body())
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        assertThat(evidence).hasSizeGreaterThanOrEqualTo(2);
        return evidence.stream()
                .filter(id -> {
                    String page = officer.open("entries/" + id).body();
                    return page.contains(misused) && page.contains(id + "/again");
                })
                .findFirst()
                .orElseThrow();
    }

    private void prove(KeycloakServer server, StaffBrowser officer, String evidence) throws IOException {
        assertThat(officer.open("entries/" + evidence).body())
                .contains("tax-office", "proof</dt><dd><code>none", "Proven to be in the log")
                .doesNotContain("Not proven");
        assertThat(officer.open("entries/" + evidence + "/again").body())
                .contains("The same outcome", "none: the chip can be copied");
        PublicLog log = new PublicLog(server.issuer());
        Path heads = Files.writeString(folder.resolve("heads.txt"), log.published());
        Path key = Files.writeString(folder.resolve("key.pem"), log.key());
        String whole = officer.open("log/export").body();
        assertThat(PublicLog.entries(whole))
                .extracting(entry -> entry.id().text())
                .contains(evidence);
        ReaderProgram.Ended holds = verify(whole, heads, key);
        assertThat(holds.exitCode()).as(holds.output()).isZero();
        assertThat(holds.output()).contains(" holds");
        assertThat(verify(whole.replaceFirst("(?m)^entry 0 .*\\R", ""), heads, key)
                        .exitCode())
                .as("an export without its first entry")
                .isEqualTo(2);
    }

    private ReaderProgram.Ended verify(String export, Path heads, Path key) throws IOException {
        Path file = Files.writeString(folder.resolve("export.txt"), export);
        return TessereCommand.run(folder, "", "audit", "verify", "--export", file, "--heads", heads, "--key", key);
    }

    private static void block(KeycloakServer server, Officers officers, SpecimenDocument passport) {
        Map<String, String> block = document(Map.of("status", "blocked", "reason", "copied, case 17", "urgent", "yes"));
        assertThat(officers.first().send("documents/report", block).status()).isEqualTo(200);
        assertThat(Reader.read(server, passport.copied()).code()).isEqualTo(RefusalCode.DOCUMENT_BLOCKED);
        StaffBrowser second = officers.second();
        assertThat(second.send("proposals/confirm", Map.of("id", Officers.newest(second)))
                        .status())
                .isEqualTo(200);
    }

    /** The page that the next service leads this browser to. */
    private static Page enter(KeycloakServer server, Visitor visitor) {
        return Visitor.arrive(visitor.browser(), server.service("town-hall").begin("eidas1"))
                .page();
    }

    private static String transaction(Visitor visitor) {
        return visitor.tokens().claims().path("txn").asText();
    }

    /** Signs in, and stands in front of the service's door. */
    private static Visitor signIn(KeycloakServer server, String service, SpecimenDocument document) throws Exception {
        Visitor visitor =
                Visitor.arrive(new PlainBrowser("en"), server.service(service).begin("eidas1"));
        String back = Played.honestly(visitor.readingHere(), document)
                .last()
                .json()
                .path("returnAddress")
                .asText();
        return visitor.returnTo(back);
    }

    private static Map<String, String> document(Map<String, String> more) {
        String lines = Specimens.load(DOCUMENT).mrz().text();
        Map<String, String> form = new HashMap<>(more);
        form.put("state", lines.substring(2, 5).replace("<", ""));
        form.put("type", "P");
        form.put("number", lines.substring(44, 53).replace("<", ""));
        return form;
    }
}
