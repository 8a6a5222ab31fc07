package fr.tessere.screens;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import fr.tessere.browser.Chromium;
import fr.tessere.browser.Tour;
import fr.tessere.server.ChildProcess;
import fr.tessere.server.DemoService;
import fr.tessere.server.Folders;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.NewDocument;
import fr.tessere.server.ReaderProgram;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.link.ChipServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The one command that takes pictures: {@code tessere screenshots [--out] [FOLDER]}. */
public final class Screenshots {
    /** CSS pixels: the narrowest window of WCAG 1.4.10. */
    private static final int NARROW = 320;

    private static final int DESKTOP = 1280;

    private static final List<Run> RUNS = List.of(
            new Run("fr", NARROW, ColorScheme.LIGHT),
            new Run("fr", DESKTOP, ColorScheme.LIGHT),
            new Run("en", NARROW, ColorScheme.LIGHT),
            new Run("en", DESKTOP, ColorScheme.LIGHT),
            new Run("fr", DESKTOP, ColorScheme.DARK),
            new Run("en", NARROW, ColorScheme.DARK));

    /** Pages that people put on paper, or might. */
    private static final Set<String> PRINTED = Set.of("sign-in", "signed-in", "help-code");

    private final Path folder;
    private final Set<Path> pictures = new TreeSet<>();

    private Screenshots(Path folder) {
        this.folder = folder;
    }

    /** Takes a picture of every page and prints how many and where. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        if (!words.isEmpty() && words.get(0).equals("--out")) {
            words = words.subList(1, words.size());
        } else if (words.isEmpty()) {
            words = List.of(Folders.target().resolve("screenshots").toString());
        }
        if (words.size() != 1 || words.get(0).startsWith("-")) {
            new PrintStream(System.err, true, StandardCharsets.UTF_8).println("tessere screenshots [--out] [FOLDER]");
            System.exit(64);
        }
        Path folder = Path.of(words.get(0)).toAbsolutePath();
        Screenshots screenshots = new Screenshots(Files.createDirectories(folder));
        screenshots.take();
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .println(screenshots.pictures.size() + " × PNG: " + folder);
        System.exit(0);
    }

    private void take() {
        try (KeycloakServer server = KeycloakServer.start();
                DemoService demo = DemoService.start(server);
                Chromium chromium = Chromium.start()) {
            for (Run run : RUNS) {
                // a document that nobody has used: the pages of its first use come once
                take(run, NewDocument.like("french-identity-card"), server, demo, chromium);
            }
        }
    }

    private void take(Run run, SpecimenDocument document, KeycloakServer server, DemoService demo, Chromium chromium) {
        try (ChipServer chip = ChipServer.start(new SoftwareChip(document.contents()));
                ChildProcess reader = ReaderProgram.page(server.readerPage(), chip.port())) {
            Page page = chromium.person(run.language(), run.width(), true, run.scheme());
            Tour.through(
                    page,
                    (name, shown) -> keep(run, name, shown),
                    server,
                    demo,
                    document.can().orElseThrow());
            page.context().close();
            if (!reader.isAlive()) {
                throw new IllegalStateException("the reader's page ended: " + reader.output());
            }
        }
    }

    /** A page that the tour passes twice is kept as it was last: the same file name. */
    private void keep(Run run, String name, Page page) {
        page.waitForLoadState();
        keep(run.prefix() + name, page);
        if (run.width() == DESKTOP && PRINTED.contains(name)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            keep(run.prefix() + "print-" + name, page);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
    }

    private void keep(String name, Page page) {
        Path file = folder.resolve(name + ".png");
        pictures.add(file);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
    }

    /** One way through all pages. */
    private record Run(String language, int width, ColorScheme scheme) {
        String prefix() {
            return language + "-" + width + "-" + (scheme == ColorScheme.DARK ? "dark-" : "");
        }
    }
}
