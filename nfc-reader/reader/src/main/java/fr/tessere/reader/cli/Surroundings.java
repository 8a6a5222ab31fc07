package fr.tessere.reader.cli;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.page.CardDesk;
import fr.tessere.reader.page.Texts;
import fr.tessere.reader.server.ReadingAddress;
import java.net.URI;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What commands stand in: a test puts its own parts here.
 *
 * @param terminal where the person sits
 * @param texts the person's language
 * @param desks from the options to the card
 * @param browser opens an address in the browser, false if it cannot
 * @param clock time
 */
record Surroundings(
        Terminal terminal, Texts texts, Function<CardOptions, CardDesk> desks, Predicate<URI> browser, Clock clock) {

    /** What happened and what to do, by code, on the error output. */
    int refuse(RefusalCode code) {
        terminal.complain(texts.say("cli.refused", code.word()));
        terminal.complain("  " + texts.wording().happened(code));
        terminal.complain("  " + texts.wording().next(code));
        return ReaderCommand.REFUSED;
    }

    /** The same, and where the provider of this reading helps with it. */
    int refuse(RefusalCode code, ReadingAddress reading) {
        refuse(code);
        terminal.complain("  " + texts.say("cli.help", reading.help(code, texts.locale())));
        return ReaderCommand.REFUSED;
    }
}
