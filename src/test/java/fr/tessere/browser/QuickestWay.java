package fr.tessere.browser;

import com.microsoft.playwright.Page;
import fr.tessere.server.ChildProcess;
import fr.tessere.server.DemoService;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.ReaderProgram;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.specimen.link.ChipServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long a person who hesitates nowhere needs from "sign in" to being back in the service, card at hand, and how many
 * things are pressed or typed behind "sign in". Six digits and Enter behind them are one thing.
 */
public final class QuickestWay {
    private static final int AIM_SECONDS = 15;
    private static final int AIM_THINGS = 4;

    private final List<Double> seconds = new ArrayList<>();
    private int things;

    private QuickestWay() {}

    /** Walks it so many times in a real browser, each time as somebody who was never here. */
    public static QuickestWay measure(KeycloakServer server, DemoService demo, int times) {
        SpecimenDocument document = Specimens.load("french-identity-card");
        QuickestWay way = new QuickestWay();
        try (Chromium chromium = Chromium.start();
                ChipServer chip = ChipServer.start(new SoftwareChip(document.contents()));
                ChildProcess reader = ReaderProgram.page(server.readerPage(), chip.port())) {
            for (int i = 0; i < times && reader.isAlive(); i++) {
                Page page = chromium.person("fr", 1280, true);
                page.navigate(demo.address() + "/form");
                way.walk(page, document.can().orElseThrow());
                page.context().close();
            }
        }
        return way;
    }

    private void walk(Page page, String can) {
        things = 0;
        long start = System.nanoTime();
        page.locator("a.button[href$='oauth2/authorization/form']").click();
        press(page, "#reader");
        press(page, "form[method=post] button");
        page.locator("input[name=can]").fill(can);
        page.keyboard().press("Enter");
        things++;
        page.waitForSelector("form[action*=logout]");
        seconds.add((System.nanoTime() - start) / 1e9);
    }

    private void press(Page page, String selector) {
        page.locator(selector).click();
        things++;
    }

    /** The result in Markdown. */
    public String table() {
        List<Double> sorted = seconds.stream().sorted().toList();
        double median = sorted.get(sorted.size() / 2);
        return String.format(
                Locale.ROOT,
                """
                ## From "sign in" to being back in the service

                In Chromium, on "this computer", the card on the reader, %d times, by a script that never hesitates. Things to press or type
                are counted behind "sign in"; six digits and Enter are one.

                | | measured | aim | |
                | --- | ---: | ---: | --- |
                | seconds, median | %.1f | %d | %s |
                | seconds, most | %.1f | | |
                | things | %d | %d | %s |
                """,
                sorted.size(),
                median,
                AIM_SECONDS,
                median <= AIM_SECONDS ? "met" : "**missed**",
                sorted.get(sorted.size() - 1),
                things,
                AIM_THINGS,
                things <= AIM_THINGS ? "met" : "**missed**");
    }
}
