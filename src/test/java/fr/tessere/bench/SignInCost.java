package fr.tessere.bench;

import fr.tessere.bench.ProcessorTime.Work;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Played;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.StockSignIn;
import fr.tessere.server.Visitor;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Keycloak's processor time for a sign-in by chip beside one by password: same server, same moment, taking turns. Each
 * sign-in is whole, from the service's request to its tokens, in a fresh browser.
 */
final class SignInCost {
    private static final int IN_ONE_TURN = 20;
    /** Chip Authentication on P-256. */
    static final String CARD = "french-identity-card";
    /** Active Authentication with RSA. */
    static final String PASSPORT = "passport-active-authentication";

    private final Window password;
    private final Window nameAlone;
    private final Window card;
    private final Window passport;
    private final String database;
    private final int warmUp;
    private final int pairs;

    private SignInCost(
            String database, Window password, Window nameAlone, Window card, Window passport, int warmUp, int pairs) {
        this.database = database;
        this.password = password;
        this.nameAlone = nameAlone;
        this.card = card;
        this.passport = passport;
        this.warmUp = warmUp;
        this.pairs = pairs;
    }

    /**
     * Signs in again and again.
     *
     * @param warmUp sign-ins of each kind before the first window: Java compiles Keycloak for some hundreds of sign-ins,
     *     and that time would count as theirs
     * @param pairs windows of each kind
     */
    static SignInCost measure(MeasuredServer measured, int warmUp, int pairs) throws IOException, ReadingException {
        KeycloakServer server = measured.keycloak();
        try (SpecimenCard card = SpecimenCard.overTcp(Specimens.load(CARD));
                SpecimenCard passport = SpecimenCard.overTcp(Specimens.load(PASSPORT))) {
            ProcessorTime time = measured.time();
            Set<Work> aside = measured.notOfKeycloak();
            SignInCost cost = new SignInCost(
                    measured.databaseName(),
                    new Window(time, () -> StockSignIn.withPassword(server), aside),
                    new Window(time, () -> StockSignIn.withNameAlone(server), aside),
                    new Window(time, () -> byChip(server, card), aside),
                    new Window(time, () -> byChip(server, passport), aside),
                    warmUp,
                    pairs);
            cost.takeTurns();
            return cost;
        }
    }

    private void takeTurns() throws IOException, ReadingException {
        List<Window> ways = List.of(password, nameAlone, card, passport);
        for (int done = 0; done < warmUp; done += IN_ONE_TURN) {
            for (Window way : ways) {
                way.run(IN_ONE_TURN);
            }
        }
        for (int i = 0; i < pairs; i++) {
            for (Window way : ways) {
                way.measure(IN_ONE_TURN);
            }
        }
    }

    static void byChip(KeycloakServer server, SpecimenCard card) throws ReadingException {
        byChip(server, card, "eidas1");
    }

    /** The same at this level: above the lowest one the personal code is typed, too. */
    static void byChip(KeycloakServer server, SpecimenCard card, String level) throws ReadingException {
        Visitor visitor = Visitor.arrive(
                new PlainBrowser("fr"), server.service("town-hall").begin(level));
        Played played = Played.with(visitor.readingHere(), card, files -> files);
        visitor.returnTo(played.last().json().path("returnAddress").asText()).tokens();
    }

    /** Median of a sign-in by password, milliseconds of processor time without Java's compilers. */
    double passwordMillis() {
        return password.median();
    }

    /** Median of the dearer of the two chips, milliseconds of processor time without Java's compilers. */
    double chipMillis() {
        return Math.max(card.median(), passport.median());
    }

    /** The results in Markdown. */
    String table() {
        return """
                ## Keycloak's processor time for one sign-in

                From the service's request to its tokens, in a fresh browser: six requests with a chip, three with a password.
                Password: stock browser flow in a realm of its own on the same server, argon2id with Keycloak's defaults. Name
                alone: the same without the hash, what Keycloak's own pages, session and tokens cost. %d sign-ins of each kind to
                warm up, then %d windows of %d sign-ins of each kind in turn; milliseconds of the Keycloak process (user and
                system) per sign-in, without the threads of Java's compilers, which have less and less to do the longer a
                server runs: what they still took stands in the table below. Database: %s.

                | sign-in by | median | least | most | of the password's |
                | --- | ---: | ---: | ---: | ---: |
                %s%s%s%s
                Where it goes, medians of the same windows:

                %s""".formatted(
                        warmUp,
                        pairs,
                        IN_ONE_TURN,
                        database,
                        row("password (argon2id)", password),
                        row("a name alone, no hash", nameAlone),
                        row(CARD + " (Chip Authentication)", card),
                        row(PASSPORT + " (Active Authentication)", passport),
                        shares());
    }

    private String row(String name, Window way) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.0f %% |\n",
                name,
                way.median(),
                way.totals().min().orElseThrow(),
                way.totals().max().orElseThrow(),
                100 * way.median() / password.median());
    }

    private String shares() {
        StringBuilder table = new StringBuilder("| threads | password | name alone | card | passport |\n");
        table.append("| --- | ---: | ---: | ---: | ---: |\n");
        for (Work work : Work.values()) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f | %.2f |\n",
                    work.title(),
                    password.median(work),
                    nameAlone.median(work),
                    card.median(work),
                    passport.median(work)));
        }
        return table.toString();
    }
}
