package fr.tessere.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Completion at a terminal offers what each command understands, and nothing else")
class CompletionTest {
    /** Commands that are programs: what a person types, and the class that understands it. */
    private static final Map<String, String> PROGRAMS = Map.ofEntries(
            Map.entry("read", "reader.cli.ReadCommand"),
            Map.entry("inspect", "reader.cli.InspectCommand"),
            Map.entry("page", "reader.cli.PageCommand"),
            Map.entry("specimen", "specimen.cli.SpecimenCommand"),
            Map.entry("specimen list", "specimen.cli.ListCommand"),
            Map.entry("specimen catalogue", "specimen.cli.CatalogueCommand"),
            Map.entry("specimen make", "specimen.cli.MakeCommand"),
            Map.entry("specimen show", "specimen.cli.ShowCommand"),
            Map.entry("specimen serve", "specimen.cli.ServeCommand"),
            Map.entry("specimen trust", "specimen.cli.TrustCommand"),
            Map.entry("verify", "tools.VerifyCommand"),
            Map.entry("trust", "tools.TrustCommand"),
            Map.entry("audit", "tools.AuditCommand"),
            Map.entry("audit verify", "tools.AuditVerifyCommand"),
            Map.entry("audit keep", "tools.AuditKeepCommand"),
            Map.entry("audit stamp", "tools.AuditStampCommand"),
            Map.entry("audit export", "tools.AuditExportCommand"));

    /** What no person types after {@code tessere}: the programs themselves, and what the installed reader has besides. */
    private static final Set<String> NOT_TYPED =
            Set.of("reader.cli.ReaderCommand", "tools.ToolsCommand", "reader.cli.OpenCommand");

    /** Commands whose options are understood by a script or by a program of the tests. */
    private static final Map<String, String> SCRIPTS = Map.ofEntries(
            Map.entry("start", "main/bin/commands/start.sh"),
            Map.entry("officer", "main/bin/commands/officer.sh"),
            Map.entry("sandbox", "main/bin/commands/sandbox.sh"),
            Map.entry("package", "main/bin/commands/package.sh"),
            Map.entry("completion", "main/bin/commands/completion.sh"),
            Map.entry("test", "main/bin/commands/test.sh"),
            Map.entry("bench", "test/java/fr/tessere/bench/Bench.java"),
            Map.entry("bench signin", "test/java/fr/tessere/bench/Rounds.java"),
            Map.entry("bench append", "test/java/fr/tessere/bench/Rounds.java"),
            Map.entry("bench log", "test/java/fr/tessere/bench/LogBench.java"),
            Map.entry("fuzz", "test/java/fr/tessere/fuzz/FuzzOrder.java"),
            Map.entry("screenshots", "test/java/fr/tessere/screens/Screenshots.java"));

    /** What a script adds to the reader's options. */
    private static final String SPECIMEN = "--specimen";

    private static final JavaClasses MAIN = Repository.mainClasses();
    private static final String PICOCLI = "picocli.CommandLine$";
    private static final Pattern UNDERSTOOD =
            Pattern.compile("(?m)(?:^ +(?:-h \\| )?|equals\\(\"|case \")(--[a-z][a-z-]*)(?:\\)|\")");

    private static String script = "";

    /** Empty, so that no file's name is offered. */
    @TempDir
    static Path folder = Path.of("");

    @BeforeAll
    static void generate() {
        script = bash("exec '" + Repository.root().resolve("src/main/bin/tessere") + "' completion");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void whatAProgramUnderstands(String typed) {
        Set<String> understood = options(MAIN.get("fr.tessere." + PROGRAMS.get(typed)));
        understood.add("--help");
        if (PROGRAMS.getOrDefault(typed, "").startsWith("reader.")) {
            understood.add(SPECIMEN);
        }

        assertThat(offered(typed)).containsExactlyInAnyOrderElementsOf(with(understood, typed));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void whatAScriptUnderstandsAndExplains(String typed) {
        String source = Repository.text(Repository.root().resolve("src").resolve(SCRIPTS.getOrDefault(typed, "")));
        Set<String> understood = UNDERSTOOD
                .matcher(source)
                .results()
                .map(hit -> hit.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        String help = bash("exec '" + Repository.root().resolve("src/main/bin/tessere") + "' " + typed + " --help");

        understood.remove("--help");
        assertThat(understood).allSatisfy(option -> assertThat(help).contains(option));
        understood.add("--help");
        assertThat(offered(typed)).containsExactlyInAnyOrderElementsOf(with(understood, typed));
    }

    @Test
    void noCommandIsForgotten() {
        Set<String> classes = MAIN.stream()
                .filter(type -> type.isAnnotatedWith(PICOCLI + "Command"))
                .map(type -> type.getName().substring("fr.tessere.".length()))
                .collect(Collectors.toSet());
        Set<String> files = Repository.files(".sh").stream()
                .filter(file -> Repository.name(file).startsWith("src/main/bin/commands/"))
                .map(file -> file.getFileName().toString().replace(".sh", ""))
                .collect(Collectors.toSet());

        assertThat(union(PROGRAMS.values(), NOT_TYPED)).isEqualTo(classes);
        assertThat(union(PROGRAMS.keySet(), SCRIPTS.keySet()).stream()
                        .map(typed -> typed.replaceFirst(" .*", ""))
                        .collect(Collectors.toSet()))
                .isEqualTo(files);
        assertThat(offered("")).containsAll(files);
    }

    @Test
    void noMeasurementIsForgotten() {
        Set<String> measurements = Pattern.compile("(?m)^ +([a-z]+)\\) shift && run_test_program")
                .matcher(Repository.text(Repository.root().resolve("src/main/bin/commands/bench.sh")))
                .results()
                .map(hit -> "bench " + hit.group(1))
                .collect(Collectors.toSet());

        assertThat(SCRIPTS.keySet().stream().filter(typed -> typed.startsWith("bench ")))
                .containsExactlyInAnyOrderElementsOf(measurements);
    }

    private static Stream<String> programs() {
        return PROGRAMS.keySet().stream().sorted();
    }

    private static Stream<String> scripts() {
        return SCRIPTS.keySet().stream().sorted();
    }

    /** And the commands of this command. */
    private static Set<String> with(Set<String> options, String typed) {
        Set<String> all = new TreeSet<>(options);
        union(PROGRAMS.keySet(), SCRIPTS.keySet()).stream()
                .filter(command -> command.startsWith(typed + " "))
                .map(command -> command.substring(typed.length() + 1))
                .forEach(all::add);
        return all;
    }

    private static <T> Set<T> union(Collection<T> one, Collection<T> other) {
        Set<T> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    /** The long names of a command's options, those of its mixins included. */
    private static Set<String> options(JavaClass command) {
        Set<String> names = new TreeSet<>();
        for (JavaField field : command.getFields()) {
            field.tryGetAnnotationOfType(PICOCLI + "Option")
                    .flatMap(option -> option.get("names"))
                    .ifPresent(given -> Arrays.stream((Object[]) given)
                            .map(String::valueOf)
                            .filter(name -> name.startsWith("--"))
                            .forEach(names::add));
            if (field.isAnnotatedWith(PICOCLI + "Mixin")) {
                names.addAll(options(field.getRawType()));
            }
        }
        return names;
    }

    /** What bash offers after these words. */
    private static List<String> offered(String typed) {
        List<String> words = Stream.concat(Stream.of("tessere"), Arrays.stream(typed.split(" ")))
                .filter(word -> !word.isEmpty())
                .toList();
        return bash(script + "\nCOMP_WORDS=(" + String.join(" ", words) + " '') COMP_CWORD=" + words.size()
                        + "\n_tessere\nprintf '%s\\n' \"${COMPREPLY[@]}\"")
                .lines()
                .toList();
    }

    private static String bash(String text) {
        try {
            Process process = new ProcessBuilder("bash", "-c", text)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
