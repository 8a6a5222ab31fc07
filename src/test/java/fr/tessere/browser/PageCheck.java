package fr.tessere.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What every page must hold, looked at while a tour passes through. Finds all faults, then the test fails once. */
final class PageCheck {
    private static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
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
              window.pressable = [...document.querySelectorAll('a[href], button, input, summary')]
                  .filter(e => e.type !== 'hidden' && e.checkVisibility());
              return window.pressable.length;
            }""";
    private static final String FOCUSED = """
            () => {
              const style = getComputedStyle(document.activeElement);
              const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              return [window.pressable.indexOf(document.activeElement), ring];
            }""";

    private final List<String> faults = new ArrayList<>();
    private Map<String, String> headers = Map.of();
    private int heaviest;

    PageCheck(Page page) {
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

    /** Looks at one page in every respect. */
    void look(String name, Page page) {
        page.waitForLoadState();
        for (Rule rule : new AxeBuilder(page).withTags(STANDARD).analyze().getViolations()) {
            faults.add(name + ": " + rule.getId() + " " + rule.getHelp() + " "
                    + rule.getNodes().get(0).getHtml());
        }
        fits(name, page);
        weighs(name, page);
        allowsLittle(name);
        isReachedByKeys(name, page);
        if (Boolean.TRUE.equals(page.evaluate(MOVES))) {
            faults.add(name + ": something moves although the person asked for stillness");
        }
    }

    /** Nothing has to be scrolled sideways (WCAG 2.2, 1.4.10; with larger text 1.4.4). */
    void fits(String name, Page page) {
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
        int expected = ((Number) page.evaluate(PRESSABLE)).intValue();
        List<Integer> reached = new ArrayList<>();
        for (int i = 0; i < expected + 3; i++) {
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
}
