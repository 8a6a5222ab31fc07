package fr.tessere.server;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code src/main/bin/tessere start} in a terminal of its own, on free ports, with its state in a folder of this run and
 * with the product as it is built: nothing of this clone's {@code .tessere} is touched. Other commands run beside it.
 */
public final class StartedHere implements AutoCloseable {
    /** What a terminal's keyboard sends for Ctrl-C; the terminal makes it an interrupt of the command in front. */
    private static final String CTRL_C = "\u0003";

    /** Building Keycloak and starting it take a minute; on a machine that many share, many times that. */
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Path state;
    private final ChildProcess terminal;

    private StartedHere(Path state, ChildProcess terminal) {
        this.state = state;
        this.terminal = terminal;
    }

    /** Deletes what an earlier run left in this folder. */
    public static void forget(Path state) throws IOException {
        KeycloakHome.deleteTree(state);
    }

    /** A port for the demonstration, with some behind it for all the others. */
    public static int freePort() {
        return Ports.row(6);
    }

    /** Starts it and waits until it says that all is ready. */
    public static StartedHere with(Path state, int port) {
        String command =
                "exec '%s' start --no-pcsc --port %d".formatted(Folders.root().resolve(TessereCommand.SCRIPT), port);
        // a build that runs in the background ignores interrupts, and would hand that down
        List<String> terminal = List.of(
                "env", "--default-signal=INT", "script", "--quiet", "--flush", "--return", "-c", command, "/dev/null");
        Map<String, String> environment = TessereCommand.environment(state);
        environment.putAll(ChildProcess.SHORT_LIFE);
        StartedHere started = new StartedHere(
                state, ChildProcess.withKeyboard(terminal, environment, state.resolveSibling("start.log")));
        Waiting.until(
                "tessere start says that it is ready, and then how to end it",
                PATIENCE,
                () -> started.saysHowToEndIt() || !started.terminal.isAlive());
        if (!started.saysHowToEndIt()) {
            throw new AssertionError("tessere start ended: " + started.output());
        }
        return started;
    }

    private boolean saysHowToEndIt() {
        return output().matches("(?s).*Everything is ready.*Ctrl-C ends all of it.*");
    }

    /** All that it has said so far. */
    public String output() {
        return terminal.output().replace("\r", "");
    }

    /** The part of what it said that this expression's group finds. */
    public String said(String expression) {
        Matcher matcher = Pattern.compile(expression).matcher(output());
        if (!matcher.find()) {
            throw new AssertionError("not said: " + expression + " in " + output());
        }
        return matcher.group(1);
    }

    /** The address that it printed behind this label. */
    public URI address(String label) {
        return URI.create(said(label + " +(http://\\S+)"));
    }

    /** Runs another command of the product beside it, with one line on its input. */
    public ReaderProgram.Ended run(String line, String... arguments) {
        return TessereCommand.run(state, line, (Object[]) arguments);
    }

    /** Presses Ctrl-C and waits until it has ended well. */
    public void interrupt() {
        terminal.type(CTRL_C);
        terminal.requireSuccess(PATIENCE.toSeconds());
    }

    /** What runs for it: each process inherits the name of its folder. */
    public List<String> processes() {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(process -> process.getFileName().toString().matches("[0-9]+"))
                    .filter(this::belongs)
                    .map(process -> text(process.resolve("cmdline")).replace('\0', ' '))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private boolean belongs(Path process) {
        return Arrays.asList(text(process.resolve("environ")).split("\0")).contains("TESSERE_STATE=" + state);
    }

    /** Empty if the process is another person's, or has ended meanwhile. */
    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException notOurs) {
            return "";
        }
    }

    @Override
    public void close() {
        terminal.close();
    }
}
