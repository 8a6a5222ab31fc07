package fr.tessere.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * axe-core's rules for WCAG 2.0 to 2.2, A and AA, on a page as it stands. The script goes into each document once and tells
 * violations only: Deque's own way opens another page for each answer and carries everything that was right as well.
 */
final class Axe {
    private static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String SCRIPT = AxeBuilder.getAxeScript();

    private static final String IS_THERE = "() => typeof axe === 'object' && typeof axe.run === 'function'";
    /** What is wrong, one line each; at the end how many rules were looked at. */
    private static final String RUN = """
            async tags => {
              const found = await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']});
              const lines = found.violations.map(rule => `${rule.id} ${rule.help} ${rule.nodes[0].html}`);
              return [lines, found.violations.length + found.passes.length];
            }""";
    /** A page on which fewer rules have anything to say was not looked at: even an e-mail has a title, a language and text. */
    private static final int FEWEST_RULES = 5;

    private Axe() {}

    /** The rules that the page breaks, each with its first element. */
    static List<String> violations(Page page) {
        if (!Boolean.TRUE.equals(page.evaluate(IS_THERE))) {
            page.evaluate(SCRIPT);
        }
        List<?> answer = (List<?>) page.evaluate(RUN, STANDARD);
        if (((Number) answer.get(1)).intValue() < FEWEST_RULES) {
            throw new AssertionError("axe looked at " + answer.get(1) + " rules only, at " + page.url());
        }
        return ((List<?>) answer.get(0)).stream().map(Object::toString).toList();
    }
}
