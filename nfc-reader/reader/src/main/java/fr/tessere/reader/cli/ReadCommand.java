package fr.tessere.reader.cli;

import fr.tessere.protocol.reading.Channel;
import fr.tessere.protocol.reading.OpenedReading;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.access.AccessKey;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.CardCost;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.card.TracedChannel;
import fr.tessere.reader.page.CardDesk;
import fr.tessere.reader.page.Texts;
import fr.tessere.reader.server.ReadingAddress;
import fr.tessere.reader.server.ReadingClient;
import fr.tessere.reader.server.SignIn;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a card for one sign-in: {@code tessere read ADDRESS}. */
@Command(name = "read", sortOptions = false)
final class ReadCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Codes that a person may type for one reading; chips delay wrong ones themselves. */
    private static final int CODES = 3;

    private final Surroundings here;

    @Parameters(arity = "0..1", paramLabel = "ADDRESS", descriptionKey = "address")
    private @Nullable String address;

    @Mixin
    private final CardOptions card = new CardOptions();

    @Mixin
    private final KeyOptions key = new KeyOptions();

    @Option(names = "--list")
    private boolean list;

    @Option(names = "--open-browser")
    private boolean openBrowser;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    ReadCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws ReadingException {
        if (list) {
            return ReaderList.print(here);
        }
        if (address == null) {
            return common.wrongUse(here.texts().say("cli.missing", "ADDRESS"));
        }
        if (key.isAsked() && !here.terminal().isPerson()) {
            return common.wrongUse(here.texts().say("cli.no-terminal"));
        }
        ReadingAddress reading = ReadingAddress.typed(address);
        try {
            return read(reading);
        } catch (ReadingException refused) {
            return here.refuse(refused.code(), reading);
        }
    }

    private int read(ReadingAddress reading) throws ReadingException {
        CardDesk desk = here.desks().apply(card);
        desk.requireReader();
        // a reading is opened once: a code that is none, from a pipe, does not spend it
        Optional<AccessKey> piped = key.isAsked() ? Optional.empty() : askKey();
        ReadingClient server = new ReadingClient(ReadingClient.http(), reading, PATIENCE);
        SignIn signIn = SignIn.open(server, ReaderCommand.PROGRAM, here.clock());
        showRequest(signIn);
        return read(signIn, desk, piped);
    }

    private Optional<AccessKey> askKey() throws ReadingException {
        return key.ask(here.terminal(), here.texts(), "cli.can", true);
    }

    private int read(SignIn signIn, CardDesk desk, Optional<AccessKey> piped) throws ReadingException {
        for (int code = 1; ; code++) {
            try {
                Optional<AccessKey> typed = piped.isPresent() ? piped : askKey();
                if (typed.isEmpty()) {
                    signIn.tell(RefusalCode.READING_CANCELLED);
                    return here.refuse(RefusalCode.READING_CANCELLED);
                }
                return end(signIn, readOnce(signIn, desk, typed.get()));
            } catch (ReadingException refused) {
                if (!key.isAsked() || !signIn.canBeTriedAgain() || code == CODES) {
                    throw refused;
                }
                here.refuse(refused.code(), signIn.address());
                here.terminal().say(here.texts().say("cli.again"));
            }
        }
    }

    private Optional<URI> readOnce(SignIn signIn, CardDesk desk, AccessKey typed) throws ReadingException {
        ConsoleProgress progress = new ConsoleProgress(here.terminal(), here.texts());
        here.terminal().say("- " + here.texts().say("step.connect"));
        Instant start = here.clock().instant();
        try (CardChannel channel = signIn.connect(desk::connect)) {
            TracedChannel counted = TracedChannel.counting(channel);
            Optional<URI> back = signIn.read(counted, opened -> desk.open(opened, typed, progress), progress);
            sayCost(counted.cost(), Duration.between(start, here.clock().instant()));
            return back;
        }
    }

    private void showRequest(SignIn signIn) {
        Texts texts = here.texts();
        OpenedReading asked = signIn.request();
        String claims = asked.claims().isEmpty()
                ? texts.say("request.claims.none")
                : asked.claims().stream().map(texts.wording()::claim).collect(Collectors.joining(", "));
        here.terminal().say(texts.say("request.title"));
        sayPair("request.server", signIn.address().server());
        sayPair("request.service", asked.service());
        sayPair("request.claims", claims);
        sayPair("request.level", texts.say("level." + asked.level()));
        sayPair("request.code", asked.comparisonCode());
        sayPair("request.time", texts.say("request.time.seconds", asked.secondsLeft()));
        here.terminal().say("");
        here.terminal().say(texts.say("channel." + asked.channel().word(), asked.comparisonCode()));
        if (key.isAsked()) {
            here.terminal().say(texts.say("cli.consent"));
        }
        here.terminal().say("");
    }

    private int end(SignIn signIn, Optional<URI> back) {
        Texts texts = here.texts();
        boolean thisDevice = signIn.request().channel() == Channel.THIS_DEVICE && back.isPresent();
        here.terminal()
                .say(texts.say("done.title") + ". "
                        + texts.say(thisDevice ? "done.this-device" : "done.another-device"));
        if (thisDevice) {
            if (openBrowser && here.browser().test(back.get())) {
                return ReaderCommand.DONE;
            }
            if (openBrowser) {
                here.terminal().complain(texts.say("cli.browser.failed"));
            }
            here.terminal().say(texts.say("cli.return"));
            here.terminal().say(back.get().toString());
        }
        return ReaderCommand.DONE;
    }

    private void sayCost(CardCost cost, Duration took) {
        String seconds = String.format(here.texts().locale(), "%.1f", took.toMillis() / 1000.0);
        here.terminal()
                .say("  "
                        + here.texts().say("cli.cost", cost.apdus(), cost.bytesSent(), cost.bytesReceived(), seconds));
    }

    private void sayPair(String key, String value) {
        here.terminal().say("  " + here.texts().say("cli.pair", here.texts().say(key), value));
    }
}
