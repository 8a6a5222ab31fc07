package fr.tessere.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The clone that is under test: its files, and the classes that Maven made of them. */
final class Repository {
    private static final Path ROOT = Path.of(System.getProperty("tessere.root", "../.."))
            .toAbsolutePath()
            .normalize();
    private static final Set<String> NOT_OURS =
            Set.of("target", ".git", ".tessere", ".idea", ".vscode", "node_modules");
    private static final List<String> MODULES = List.of(
            "nfc-reader/protocol",
            "nfc-reader/specimen",
            "nfc-reader/reader",
            "idp-extensions/verification",
            "idp-extensions/claims",
            "idp-extensions/audit",
            "idp-extensions/journal",
            "idp-extensions/operations",
            "idp-extensions/keycloak",
            "idp-extensions/counter",
            "idp-extensions/citizen",
            "idp-extensions/release",
            "idp-extensions/tools",
            "idp-extensions/sandbox",
            "relying-party-demo");

    private Repository() {}

    /** Top folder of the clone. */
    static Path root() {
        return ROOT;
    }

    /** Folders of the modules that make the product, relative to the root. */
    static List<String> modules() {
        return MODULES;
    }

    /** Every file that is kept under version control or could be, in no particular order. */
    static List<Path> files() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean skipped = NOT_OURS.contains(folder.getFileName().toString());
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Every file whose name ends so. */
    static List<Path> files(String ending) {
        return files().stream()
                .filter(file -> file.getFileName().toString().endsWith(ending))
                .toList();
    }

    /** The text of a file, UTF-8. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** A path as a person writes it, relative to the root. */
    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    /** The product's classes of all modules, without any test's. */
    static JavaClasses mainClasses() {
        return new ClassFileImporter()
                .importPaths(MODULES.stream()
                        .map(module -> ROOT.resolve(module).resolve("target/classes"))
                        .filter(Files::isDirectory)
                        .toList());
    }

    /** The product's classes and those of the tests of all modules. */
    static JavaClasses allClasses() {
        List<Path> folders = new ArrayList<>();
        for (String module : MODULES) {
            folders.add(ROOT.resolve(module).resolve("target/classes"));
            folders.add(ROOT.resolve(module).resolve("target/test-classes"));
        }
        folders.add(ROOT.resolve("src/test/target/test-classes"));
        return new ClassFileImporter()
                .importPaths(folders.stream().filter(Files::isDirectory).toList());
    }
}
