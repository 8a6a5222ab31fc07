package fr.tessere.reader.cli;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.pcsc.PcscReaders;

/** Lists the PC/SC readers of this machine. */
final class ReaderList {
    private ReaderList() {}

    static int print(Surroundings here) throws ReadingException {
        here.terminal().say(here.texts().say("cli.readers"));
        for (String name : new PcscReaders().names()) {
            here.terminal().say("  pcsc:" + name);
        }
        return ReaderCommand.DONE;
    }
}
