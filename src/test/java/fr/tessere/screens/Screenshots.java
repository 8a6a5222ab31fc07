package fr.tessere.screens;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import fr.tessere.browser.Chromium;
import fr.tessere.browser.CounterTour;
import fr.tessere.browser.OfficerTour;
import fr.tessere.browser.PageCheck.View;
import fr.tessere.browser.Scene;
import fr.tessere.browser.Tour;
import fr.tessere.server.DemoService;
import fr.tessere.server.Folders;
import fr.tessere.server.KeycloakServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The one command that takes pictures: {@code tessere screenshots [--out] [FOLDER]}. */
public final class Screenshots {
    /** CSS pixels: the narrowest window of WCAG 1.4.10. */
    private static final int NARROW = 320;

    private static final int DESKTOP = 1280;

    private static final Map<String, List<View>> VIEWS = Map.of(
            "fr", List.of(light(NARROW), light(DESKTOP), dark(DESKTOP)),
            "en", List.of(light(NARROW), light(DESKTOP), dark(NARROW)));

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
            for (String language : List.of("fr", "en")) {
                try (Scene scene = Scene.with(server, demo)) {
                    Page page = chromium.person(language, NARROW, true);
                    Tour.through(page, (name, shown) -> keep(language, name, shown), scene);
                    page.context().close();
                }
                Page staff = chromium.person(language, NARROW, true);
                OfficerTour.through(staff, (name, shown) -> keep(language, name, shown), server);
                staff.context().close();
                Page counter = chromium.person(language, NARROW, true);
                CounterTour.through(counter, (name, shown) -> keep(language, name, shown), server);
                counter.context().close();
            }
        }
    }

    /** A page that the tour passes twice is kept as it was last: the same file name. */
    private void keep(String language, String name, Page page) {
        page.waitForLoadState();
        for (View view : Objects.requireNonNull(VIEWS.get(language))) {
            view.open(page);
            String dark = view.scheme() == ColorScheme.DARK ? "dark-" : "";
            keep(language + "-" + view.width() + "-" + dark + name, page);
        }
        if (PRINTED.contains(name)) {
            light(DESKTOP).open(page);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            keep(language + "-" + DESKTOP + "-print-" + name, page);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
    }

    private void keep(String name, Page page) {
        Path file = folder.resolve(name + ".png");
        pictures.add(file);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
    }

    private static View light(int width) {
        return new View(width, ColorScheme.LIGHT);
    }

    private static View dark(int width) {
        return new View(width, ColorScheme.DARK);
    }
}
