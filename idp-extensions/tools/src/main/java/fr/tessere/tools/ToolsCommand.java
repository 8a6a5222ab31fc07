package fr.tessere.tools;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command line for officers and integrators. Exit codes: 0 verified or done, 2 refused, 64 wrong use. */
@Command(name = "tessere", sortOptions = false)
public final class ToolsCommand implements Runnable {
    static final int DONE = 0;
    static final int REFUSED = 2;
    static final int WRONG_USE = 64;

    private final Surroundings here;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private ToolsCommand(Surroundings here) {
        this.here = here;
    }

    /** Starts a command on this machine. */
    public static void main(String[] arguments) {
        Texts texts = Texts.in(Language.of(arguments, Locale.getDefault()));
        System.exit(run(new Surroundings(writer(System.out), writer(System.err), texts, Clock.systemUTC()), arguments));
    }

    static int run(Surroundings here, String... arguments) {
        return new CommandLine(new ToolsCommand(here))
                .addSubcommand(new VerifyCommand(here))
                .addSubcommand(new TrustCommand(here))
                .addSubcommand(AuditCommand.with(here))
                .setOut(here.out())
                .setErr(here.err())
                .setResourceBundle(here.texts().help())
                .setParameterExceptionHandler((refused, given) -> WrongUse.say(here, refused))
                .setExecutionExceptionHandler((failure, command, given) -> failed(here, failure))
                .execute(arguments);
    }

    @Override
    public void run() {
        throw common.wrongUse(here.texts().say("missing", "COMMAND"));
    }

    /** A fault of this program: nothing was verified. */
    private static int failed(Surroundings here, Exception failure) {
        here.complain(here.texts().say("failed", failure.getClass().getSimpleName()));
        return REFUSED;
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
