package fr.tessere.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code src/main/bin/tessere} as a person runs it, with its state in a folder of this run and with the product as it is built. */
public final class TessereCommand {
    static final String SCRIPT = "src/main/bin/tessere";
    private static final long PATIENCE_SECONDS = 300;

    private TessereCommand() {}

    /** Runs it to its end, with one line on its input. */
    public static ReaderProgram.Ended run(Path state, String line, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(SCRIPT));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder program =
                new ProcessBuilder(command).directory(Folders.root().toFile());
        program.environment().putAll(environment(state));
        return ReaderProgram.run(program, line, PATIENCE_SECONDS);
    }

    static Map<String, String> environment(Path state) {
        return new HashMap<>(Map.of(
                "TESSERE_STATE",
                state.toString(),
                "TESSERE_BUILT",
                "yes",
                "LC_ALL",
                "C.UTF-8",
                "JAVA_HOME",
                System.getProperty("java.home")));
    }
}
