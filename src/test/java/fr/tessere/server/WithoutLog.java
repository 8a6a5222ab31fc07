package fr.tessere.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Takes the log out of a server: the product has no way to be without one. Of the provider that writes it one class is
 * exchanged for one that puts no entry together; everything else stays as it is delivered.
 */
final class WithoutLog implements KeycloakHome.Change {
    private static final String CLASS = "fr/tessere/journal/record/Recorder";
    private static final String JAR = "providers/tessere-journal-0.1.0.jar";

    @Override
    public void in(Path home) throws IOException {
        Path jar = home.resolve(JAR);
        Path own = home.resolve("without-log.jar");
        // the home has a hard link to the delivered one, which stays as it is
        Files.copy(jar, own, StandardCopyOption.REPLACE_EXISTING);
        Path classes = Files.createTempDirectory("tessere-without-log");
        compile(home, classes);
        try (FileSystem inside = FileSystems.newFileSystem(own)) {
            Path delivered = inside.getPath("/" + CLASS + ".class");
            if (!Files.exists(delivered)) {
                throw new AssertionError("no class " + CLASS + " in " + JAR);
            }
            Files.copy(classes.resolve(CLASS + ".class"), delivered, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.delete(jar);
        Files.move(own, jar);
        KeycloakHome.deleteTree(classes);
    }

    private static void compile(Path home, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String source;
        try (InputStream in = WithoutLog.class.getResourceAsStream("/without-log/Recorder.java.txt")) {
            source = new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        boolean done = compiler.getTask(
                        null,
                        null,
                        null,
                        List.of("-proc:none", "--release", "17", "-d", classes.toString(), "-cp", classPath(home)),
                        null,
                        List.of(new Source(source)))
                .call();
        if (!done) {
            throw new AssertionError("the class that writes no log does not compile");
        }
    }

    private static String classPath(Path home) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String folder : List.of("providers", "lib/lib/main")) {
            try (Stream<Path> jars = Files.list(home.resolve(folder))) {
                all.append(jars.filter(jar -> jar.toString().endsWith(".jar"))
                                .map(Path::toString)
                                .collect(Collectors.joining(":")))
                        .append(':');
            }
        }
        return all.toString();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///" + CLASS + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) {
            return text;
        }
    }
}
