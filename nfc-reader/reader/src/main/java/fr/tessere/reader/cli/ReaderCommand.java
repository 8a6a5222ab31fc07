package fr.tessere.reader.cli;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.page.Texts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The reader's command line. Exit codes: 0 done, 2 refused or failed, 64 wrong use. */
@Command(name = ReaderCommand.NAME, version = ReaderCommand.PROGRAM, sortOptions = false)
public final class ReaderCommand implements Runnable {
    static final String PROGRAM = "tessere-reader 0.1.0";
    /** How this program is called, unless whoever starts it says otherwise in {@code tessere.command}. */
    static final String NAME = "tessere";

    static final int DONE = 0;
    static final int REFUSED = 2;
    static final int WRONG_USE = 64;

    private final Surroundings here;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--version", versionHelp = true)
    private boolean version;

    private ReaderCommand(Surroundings here) {
        this.here = here;
    }

    /** Starts the reader on this machine. */
    public static void main(String[] arguments) {
        Texts texts = Texts.in(Language.of(arguments, Locale.getDefault()));
        Terminal terminal = Terminal.ofThisProgram();
        if (!trusted(terminal, texts)) {
            System.exit(REFUSED);
        }
        System.exit(run(
                System.getProperty("tessere.command", NAME),
                new Surroundings(terminal, texts, ReaderDesk::new, ReaderCommand::openBrowser, Clock.systemUTC()),
                arguments));
    }

    /** The list of this computer counts for all that follows, where whoever starts this program names one. */
    private static boolean trusted(Terminal terminal, Texts texts) {
        String authorities = System.getProperty(TrustedAuthorities.PROPERTY, "");
        try {
            if (!authorities.isEmpty()) {
                SSLContext.setDefault(TrustedAuthorities.in(Path.of(authorities)));
            }
            return true;
        } catch (IOException | GeneralSecurityException unreadable) {
            terminal.complain(texts.say("cli.authorities", authorities));
            return false;
        }
    }

    static int run(String name, Surroundings here, String... arguments) {
        CommandLine line = new CommandLine(new ReaderCommand(here))
                .addSubcommand(new ReadCommand(here))
                .addSubcommand(new InspectCommand(here))
                .addSubcommand(new PageCommand(here))
                .addSubcommand(new OpenCommand(here))
                .addSubcommand("generate-completion", new GenerateCompletion())
                .setCommandName(name)
                .setOut(here.terminal().out())
                .setErr(here.terminal().err())
                .setResourceBundle(new NamedHelp(name, here.texts().locale()))
                .setParameterExceptionHandler((refused, given) -> WrongUse.say(here, refused))
                .setExecutionExceptionHandler((failure, command, given) -> failed(here, failure));
        return line.execute(arguments);
    }

    @Override
    public void run() {
        common.wrongUse(here.texts().say("cli.missing", "COMMAND"));
    }

    private static int failed(Surroundings here, Exception failure) throws Exception {
        if (failure instanceof ReadingException refused) {
            return here.refuse(refused.code());
        }
        throw failure;
    }

    private static boolean openBrowser(URI address) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> program = system.contains("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler")
                : List.of(system.contains("mac") ? "open" : "xdg-open");
        List<String> command = new ArrayList<>(program);
        command.add(address.toString());
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
