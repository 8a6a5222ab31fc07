package fr.tessere.reader.cli;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.page.PageServer;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the reader's page on this machine until it is stopped: {@code tessere page}. */
@Command(name = "page", sortOptions = false)
final class PageCommand implements Callable<Integer> {
    private final Surroundings here;

    @Option(names = "--port", paramLabel = "N", defaultValue = "27816")
    private int port;

    @Mixin
    private final CardOptions card = new CardOptions();

    @Option(names = "--list")
    private boolean list;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    PageCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws ReadingException, IOException, InterruptedException {
        if (list) {
            return ReaderList.print(here);
        }
        if (port < 0 || port > 65_535) {
            return common.wrongUse(here.texts().say("cli.bad-value", "--port"));
        }
        try (PageServer page = PageServer.start(
                port, here.desks().apply(card), ReaderCommand.PROGRAM, here.clock(), new SecureRandom())) {
            here.terminal().say(here.texts().say("cli.page", page.address()));
            new CountDownLatch(1).await();
        }
        return ReaderCommand.DONE;
    }
}
