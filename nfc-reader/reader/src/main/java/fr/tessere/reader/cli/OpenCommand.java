package fr.tessere.reader.cli;

import fr.tessere.reader.page.PageServer;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Shows the reader's page in the browser: {@code tessere open}, what the entry in the desktop's menu starts. Serves the
 * page until nobody uses it any more, unless somebody listens at its port already: then that is the page.
 */
@Command(name = "open", sortOptions = false)
final class OpenCommand implements Callable<Integer> {
    private final Surroundings here;

    @Parameters(arity = "0..1", paramLabel = "ADDRESS", descriptionKey = "address")
    private @Nullable String address;

    @Option(names = "--port", paramLabel = "N", defaultValue = "27816")
    private int port;

    @Mixin
    private final CardOptions card = new CardOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    OpenCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 0 || port > 65_535) {
            return common.wrongUse(here.texts().say("cli.bad-value", "--port"));
        }
        try (PageServer page = PageServer.start(
                port, here.desks().apply(card), ReaderCommand.PROGRAM, here.clock(), new SecureRandom())) {
            int shown = show(page.address());
            if (shown == ReaderCommand.DONE) {
                page.awaitSilence(PageCommand.SILENCE);
            }
            return shown;
        } catch (BindException somebodyListens) {
            return show("http://127.0.0.1:" + port);
        }
    }

    private int show(String page) {
        URI place = address == null ? URI.create(page + "/") : PageServer.place(page, address);
        if (here.browser().test(place)) {
            return ReaderCommand.DONE;
        }
        here.terminal().complain(here.texts().say("cli.browser.failed"));
        return ReaderCommand.REFUSED;
    }
}
