package fr.tessere.bench;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.PasswordSignIn;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.Visitor;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Keycloak's processor time for a sign-in by chip beside one by password: same server, same moment, taking turns. Each
 * sign-in is whole, from the service's request to its tokens, in a fresh browser.
 */
final class SignInCost {
    private static final int WARM_UP = 40;
    private static final int IN_ONE_WINDOW = 15;
    private static final String CARD = "french-identity-card";
    private static final String PASSPORT = "passport-active-authentication";

    private SignInCost() {}

    static String measure(KeycloakServer server, int pairs) throws IOException, ReadingException {
        Window password = new Window(server, () -> PasswordSignIn.at(server));
        try (SpecimenCard card = SpecimenCard.overTcp(Specimens.load(CARD));
                SpecimenCard passport = SpecimenCard.overTcp(Specimens.load(PASSPORT))) {
            List<Window> ways = List.of(
                    password,
                    new Window(server, () -> byChip(server, card)),
                    new Window(server, () -> byChip(server, passport)));
            for (Window way : ways) {
                way.run(WARM_UP);
            }
            for (int i = 0; i < pairs; i++) {
                for (Window way : ways) {
                    way.measure(IN_ONE_WINDOW);
                }
            }
            return table(ways.get(0), ways.get(1), ways.get(2), pairs);
        }
    }

    private static void byChip(KeycloakServer server, SpecimenCard card) throws ReadingException {
        Visitor visitor = Visitor.arrive(
                new PlainBrowser("fr"), server.service("town-hall").begin("eidas1"));
        Played played = Played.with(visitor.readingHere(), card, files -> files);
        visitor.returnTo(played.last().json().path("returnAddress").asText()).tokens();
    }

    private static String table(Window password, Window card, Window passport, int pairs) {
        return """
                ## Keycloak's processor time for one sign-in

                From the service's request to its tokens, in a fresh browser. Password: stock browser flow in a realm of its
                own on the same server, argon2id with Keycloak's defaults. %d warm-up sign-ins of each kind, then %d windows
                of %d sign-ins of each kind in turn; milliseconds of the Keycloak process (user and system), per sign-in.

                | sign-in by | median | least | most | of the password's |
                | --- | ---: | ---: | ---: | ---: |
                %s%s%s""".formatted(
                        WARM_UP,
                        pairs,
                        IN_ONE_WINDOW,
                        row("password (argon2id)", password, password),
                        row(CARD + " (Chip Authentication)", card, password),
                        row(PASSPORT + " (Active Authentication)", passport, password));
    }

    private static String row(String name, Window way, Window password) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.0f %% |\n",
                name,
                way.median(),
                Collections.min(way.millis),
                Collections.max(way.millis),
                100 * way.median() / password.median());
    }

    /** One way to sign in. */
    private interface Way {
        void signIn() throws ReadingException;
    }

    /** The windows of one way. */
    private static final class Window {
        private final ProcessorTime time;
        private final Way way;
        private final List<Double> millis = new ArrayList<>();

        Window(KeycloakServer server, Way way) {
            time = new ProcessorTime(server.pids());
            this.way = way;
        }

        void run(int times) throws ReadingException {
            for (int i = 0; i < times; i++) {
                way.signIn();
            }
        }

        void measure(int times) throws IOException, ReadingException {
            long before = time.millis();
            run(times);
            millis.add((time.millis() - before) / (double) times);
        }

        double median() {
            List<Double> sorted = millis.stream().sorted().toList();
            return sorted.get(sorted.size() / 2);
        }
    }
}
