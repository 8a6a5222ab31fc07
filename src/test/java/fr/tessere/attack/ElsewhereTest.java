package fr.tessere.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.RelyingService;
import fr.tessere.server.Told;
import fr.tessere.server.Visitor;
import fr.tessere.server.Wire;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("A sign-in seen from another device")
class ElsewhereTest {
    private final SpecimenDocument card = Specimens.load("french-identity-card");
    private final PlainBrowser other = new PlainBrowser("en");

    @Nested
    @DisplayName("A QR code that was forwarded")
    class Forwarded {
        @Test
        void warnsAndNamesTheServiceBeforeAnythingIsRead(KeycloakServer server) {
            Visitor visitor = Visitor.arriveAt(server);

            Page page = other.open(visitor.readingElsewhere());

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).contains("Mairie de Bréval", "they would be signed in as you");
            assertThat(page.find("id=\"code\">(\\d{4})<"))
                    .isEqualTo(visitor.page().find("id=\"code\"[^>]*>(\\d{4})<"));
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(new Wire(visitor.readingElsewhere()).open().type())
                    .as("looking opens nothing")
                    .isEqualTo("opened");
        }

        @Test
        void signsNobodyInWhereItIsOpened(KeycloakServer server) throws ReadingException {
            Visitor visitor = Visitor.arriveAt(server);
            other.open(visitor.readingElsewhere());

            Played played = Played.honestly(visitor.readingElsewhere(), card);

            assertThat(played.last().json().has("returnAddress")).isFalse();
            assertThat(Visitor.arrive(other, server.service("town-hall").begin("eidas1"))
                            .page()
                            .redirect())
                    .isEmpty();
            assertThat(visitor.goOn("continue")
                            .tokens()
                            .claims()
                            .path("tessere_evidence")
                            .path("channel")
                            .asText())
                    .isEqualTo("another-device");
        }

        @Test
        void isOfNoUseForTheReaderOfThisDevice(KeycloakServer server) {
            Page page = other.open(Visitor.arriveAt(server).readingHere());

            assertThat(page.status()).isEqualTo(403);
            assertThat(page.body()).contains("reading-unknown").doesNotContain("Mairie");
        }
    }

    @Nested
    @DisplayName("A code of eight letters")
    class Typed {
        @Test
        void leadsWhereTheQrCodeLeads(KeycloakServer server) {
            Visitor visitor = Visitor.arriveAt(server);
            String sloppy =
                    visitor.shortCode().toLowerCase(java.util.Locale.ROOT).replace("-", "  ");

            assertThat(type(server.issuer(), sloppy).address()).isEqualTo(visitor.readingElsewhere());
        }

        @Test
        void isNoCodeInAnotherRealm(KeycloakServer server) {
            String code = Visitor.arriveAt(server).shortCode();
            URI citizens = URI.create(server.address() + "/realms/citizens");

            assertThat(type(citizens, code).body()).contains("short-code-").doesNotContain("Mairie");
        }

        @Test
        void cannotBeGuessedManyTimes(KeycloakServer server) {
            RelyingService.Attempt attempt = server.serviceForCitizens().begin("eidas1");
            String right = Visitor.arrive(new PlainBrowser("en"), attempt).shortCode();
            URI realm = URI.create(server.address() + "/realms/citizens");

            // a minute may end between two tries, which gives ten more
            int wrong = 0;
            Page last;
            do {
                last = type(realm, "BBBB-BBB" + "BCDFGHJKLM".charAt(wrong % 10));
                wrong++;
            } while (last.status() == 404 && wrong <= 21);

            assertThat(last.status()).isEqualTo(429);
            assertThat(last.body()).contains("short-code-delayed").doesNotContain(right);
            new Told(server).ever("short-code-delayed");
            assertThat(wrong).isGreaterThan(10);
        }

        @Test
        void triesAreNotSpentByOtherPeoplesPages(KeycloakServer server) throws Exception {
            Visitor visitor = Visitor.arriveAt(server);
            for (int i = 0; i < 11; i++) {
                assertThat(postFromElsewhere(server.issuer(), "code=BBBBBBBB")).doesNotContain("short-code");
            }

            assertThat(type(server.issuer(), visitor.shortCode()).status()).isEqualTo(200);
        }
    }

    @Nested
    @DisplayName("Taken up elsewhere")
    class Moved {
        @Test
        void endsWhereItBeganAndBeginsAnewAtTheService(KeycloakServer server) {
            Visitor visitor = Visitor.arriveAt(server);
            URI here = visitor.readingHere();
            URI elsewhere = visitor.readingElsewhere();
            URI home = server.service("town-hall").redirect().resolve("/");

            Page moved = other.submit(URI.create(elsewhere + "/move"), Map.of());

            assertThat(moved.redirect()).contains(home);
            assertThat(visitor.goOn("continue").page().body()).contains("reading-moved");
            assertThat(new Wire(elsewhere).open().code()).isEqualTo(RefusalCode.READING_OPENED);
            assertThat(new Wire(here).open().code()).isEqualTo(RefusalCode.READING_OPENED);
        }

        @Test
        void happensOnce(KeycloakServer server) {
            URI move = URI.create(Visitor.arriveAt(server).readingElsewhere() + "/move");
            other.submit(move, Map.of());

            assertThat(new PlainBrowser("en").submit(move, Map.of()).body()).contains("reading-opened");
        }

        @Test
        void doesNotHappenToAReadingThatAReaderOpened(KeycloakServer server) throws ReadingException {
            Visitor visitor = Visitor.arriveAt(server);
            Played.honestly(visitor.readingElsewhere(), card);

            Page refused = other.submit(URI.create(visitor.readingElsewhere() + "/move"), Map.of());

            assertThat(refused.body()).contains("reading-opened");
            assertThat(visitor.goOn("continue").page().redirectParameters()).containsKey("code");
        }
    }

    private Page type(URI realm, String code) {
        return other.submit(URI.create(realm + "/tessere/code"), Map.of("code", code));
    }

    private static String postFromElsewhere(URI realm, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm + "/tessere/code"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
