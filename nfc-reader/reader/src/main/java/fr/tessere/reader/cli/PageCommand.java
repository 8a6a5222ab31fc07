package fr.tessere.reader.cli;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.page.PageServer;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Serves the reader's page on this machine: {@code tessere page}. Until it is stopped, or, with {@code --on-demand}, behind
 * the listening socket that is its standard input and until nobody uses it any more.
 */
@Command(name = "page", sortOptions = false)
final class PageCommand implements Callable<Integer> {
    /** Longer than a sign-in may take (15 minutes at most). */
    static final Duration SILENCE = Duration.ofMinutes(20);

    private final Surroundings here;

    @Option(names = "--port", paramLabel = "N", defaultValue = "27816")
    private int port;

    @Mixin
    private final CardOptions card = new CardOptions();

    @Option(names = "--list")
    private boolean list;

    @Option(names = "--on-demand")
    private boolean onDemand;

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
        if (onDemand) {
            return onDemand();
        }
        try (PageServer page = PageServer.start(
                port, here.desks().apply(card), ReaderCommand.PROGRAM, here.clock(), new SecureRandom())) {
            here.terminal().say(here.texts().say("cli.page", page.address()));
            new CountDownLatch(1).await();
        }
        return ReaderCommand.DONE;
    }

    private int onDemand() throws IOException, InterruptedException {
        if (!(System.inheritedChannel() instanceof ServerSocketChannel door)) {
            return common.wrongUse(here.texts().say("cli.no-socket"));
        }
        try (PageServer page = PageServer.behind(
                door, here.desks().apply(card), ReaderCommand.PROGRAM, here.clock(), new SecureRandom())) {
            page.awaitSilence(SILENCE);
        }
        return ReaderCommand.DONE;
    }
}
