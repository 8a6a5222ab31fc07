package fr.tessere.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.KeycloakServer;
import fr.tessere.server.ReaderProgram;
import fr.tessere.server.Tokens;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.specimen.link.ChipServer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("A citizen signs in from a terminal")
class TerminalSignInTest {
    private static final Pattern RETURN = Pattern.compile("(http://\\S+/tessere/return\\S+)");

    private final SpecimenDocument document = Specimens.load("french-identity-card");

    @Test
    void theTerminalSaysWhoAsksAndLeadsBackToTheBrowser(KeycloakServer server) {
        Visitor visitor = Visitor.arriveAt(server);
        ReaderProgram.Ended ended =
                read(visitor, "--language=en", document.can().orElseThrow());

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output())
                .contains("Mairie de Bréval")
                .doesNotContain(document.can().orElseThrow());
        assertThat(returned(visitor, ended).claims().path("acr").asText()).isEqualTo("eidas1");
    }

    @Test
    void aWrongCodeIsNamedAndTheCardIsNotSent(KeycloakServer server) {
        ReaderProgram.Ended ended = read(Visitor.arriveAt(server), "--language=fr", "000000");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output()).contains("can-wrong");
    }

    /** What the service gets, when the visitor opens the address that the reader ended with. */
    static Tokens returned(Visitor visitor, ReaderProgram.Ended ended) {
        return visitor.returnTo(wayBack(ended)).tokens();
    }

    /** The address that the reader ended with. */
    static String wayBack(ReaderProgram.Ended ended) {
        Matcher back = RETURN.matcher(ended.output());
        assertThat(back.find()).as(ended.output()).isTrue();
        return back.group(1);
    }

    private ReaderProgram.Ended read(Visitor visitor, String language, String can) {
        try (ChipServer chip = ChipServer.start(new SoftwareChip(document.contents()))) {
            return ReaderProgram.run(
                    can,
                    "read",
                    visitor.readingHere().toString(),
                    "--chip=127.0.0.1:" + chip.port(),
                    "--can-from-stdin",
                    language);
        }
    }
}
