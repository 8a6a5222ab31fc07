package fr.tessere.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What every page must hold, looked at while a tour passes through. Finds all faults, then the test fails once. */
public final class PageCheck {
    /** Bytes of a page with all that it loads, unpacked. */
    private static final int HEAVIEST = 100_000;

    /** Bytes, and what comes from elsewhere; but the frames in which services sign out are theirs. */
    private static final String WEIGHT = """
            () => {
              const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
              return [
                all.map(e => e.decodedBodySize).reduce((a, b) => a + b, 0),
                all.filter(e => e.initiatorType !== 'iframe').map(e => e.name).filter(name => !name.startsWith(location.origin + '/')).join(' ')
              ];
            }""";

    private static final String MOVES = """
            () => document.getAnimations().length > 0 || [...document.querySelectorAll('*')].some(e => {
              const style = getComputedStyle(e);
              return style.animationName !== 'none' || style.transitionDuration.split(', ').some(d => d !== '0s');
            })""";
    private static final String PRESSABLE = """
            () => {
              document.activeElement.blur();
              // of a group of choices the tabulator reaches one, the arrows the others
              const first = e => [...document.getElementsByName(e.name)].find(one => one.checked)
                  || document.getElementsByName(e.name)[0];
              window.pressable = [...document.querySelectorAll('a[href], button, input, summary')]
                  .filter(e => e.type !== 'hidden' && e.checkVisibility())
                  .filter(e => e.type !== 'radio' || e === first(e));
              const others = document.querySelectorAll('[tabindex="0"], select, textarea');
              return [window.pressable.length, others.length];
            }""";
    private static final String FOCUSED = """
            () => {
              const style = getComputedStyle(document.activeElement);
              const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              return [window.pressable.indexOf(document.activeElement), ring];
            }""";

    private static final String TEXT_SIZE = "getComputedStyle(document.documentElement).fontSize";

    private final List<String> faults = new ArrayList<>();
    private final Set<String> looked = new HashSet<>();
    private final List<View> views;
    private Map<String, String> headers = Map.of();
    private int heaviest;

    /** Looks at pages as they stand. */
    PageCheck(Page page) {
        this(page, List.of());
    }

    /** Looks at each page in all of these windows. */
    PageCheck(Page page, List<View> views) {
        this.views = List.copyOf(views);
        page.onResponse(response -> remember(page, response));
        page.onConsoleMessage(this::hear);
    }

    /** All that was found. */
    List<String> faults() {
        return faults;
    }

    /** Bytes of the heaviest page. */
    int heaviest() {
        return heaviest;
    }

    /** Looks at one page in every respect, the first time that it comes by. */
    void look(String name, Page page) {
        if (!looked.add(name)) {
            return;
        }
        page.waitForLoadState();
        weighs(name, page);
        allowsLittle(name);
        for (View view : views) {
            view.open(page);
            see(name + " at " + view.width() + ", " + view.scheme(), page);
        }
        if (views.isEmpty()) {
            see(name, page);
        } else {
            holdsLargerText(name, page);
        }
        isReachedByKeys(name, page);
    }

    private void see(String name, Page page) {
        Axe.violations(page).forEach(violation -> faults.add(name + ": " + violation));
        fits(name, page);
        if (Boolean.TRUE.equals(page.evaluate(MOVES))) {
            faults.add(name + ": something moves although the person asked for stillness");
        }
    }

    /** Text of twice the size (WCAG 2.2, 1.4.4), in the last of the windows. */
    private void holdsLargerText(String name, Page page) {
        CDPSession devTools = page.context().newCDPSession(page);
        devTools.send("Page.setFontSizes", sizes(32, 26));
        if (!page.evaluate(TEXT_SIZE).equals("32px")) {
            faults.add(name + ": does not follow the text size of the browser");
        }
        fits(name + " with larger text", page);
        devTools.send("Page.setFontSizes", sizes(16, 13));
        devTools.detach();
    }

    private static JsonObject sizes(int standard, int fixed) {
        return JsonParser.parseString("{\"fontSizes\":{\"standard\":%d,\"fixed\":%d}}".formatted(standard, fixed))
                .getAsJsonObject();
    }

    /** Nothing has to be scrolled sideways (WCAG 2.2, 1.4.10). */
    private void fits(String name, Page page) {
        if (Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))) {
            faults.add(name + ": must be scrolled sideways");
        }
    }

    private void weighs(String name, Page page) {
        List<?> weight = (List<?>) page.evaluate(WEIGHT);
        int bytes = ((Number) weight.get(0)).intValue();
        heaviest = Math.max(heaviest, bytes);
        if (bytes < 1_000 || bytes > HEAVIEST) {
            faults.add(name + ": weighs " + bytes + " bytes");
        }
        if (!weight.get(1).equals("")) {
            faults.add(name + ": loads from elsewhere " + weight.get(1));
        }
    }

    private void allowsLittle(String name) {
        String policy = headers.getOrDefault("content-security-policy", "");
        if (!policy.contains("default-src 'none'")
                || !policy.contains("frame-ancestors 'none'")
                || policy.contains("unsafe")) {
            faults.add(name + ": content security policy " + policy);
        }
    }

    /** Each thing that can be pressed or filled in is reached by the tabulator and shows that it is (2.1.1, 2.4.7). */
    private void isReachedByKeys(String name, Page page) {
        List<?> stops = (List<?>) page.evaluate(PRESSABLE);
        int expected = ((Number) stops.get(0)).intValue();
        int others = ((Number) stops.get(1)).intValue();
        List<Integer> reached = new ArrayList<>();
        for (int i = 0; i < expected + others + 3; i++) {
            page.keyboard().press("Tab");
            List<?> focus = (List<?>) page.evaluate(FOCUSED);
            int at = ((Number) focus.get(0)).intValue();
            if (at >= 0 && !Boolean.TRUE.equals(focus.get(1))) {
                faults.add(name + ": focus cannot be seen on number " + at);
            }
            if (at >= 0 && !reached.contains(at)) {
                reached.add(at);
            }
        }
        if (reached.size() < expected) {
            faults.add(name + ": by keyboard " + reached.size() + " of " + expected);
        }
    }

    private void remember(Page page, Response response) {
        if (response.request().isNavigationRequest() && response.frame().equals(page.mainFrame())) {
            headers = response.headers();
        }
    }

    private void hear(ConsoleMessage message) {
        if (message.text().contains("Content Security Policy")) {
            faults.add("refused by the policy: " + message.text());
        }
    }

    /**
     * A window.
     *
     * @param width CSS pixels
     * @param scheme light or dark
     */
    public record View(int width, ColorScheme scheme) {
        /** Shows the page in it. */
        public void open(Page page) {
            page.setViewportSize(width, width < 500 ? 640 : 800);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        }
    }
}
