package fr.tessere.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** A person who has only a keyboard: moves by the tabulator, presses Enter, types. */
final class Keyboard {
    private static final int PATIENCE = 60;

    /** Puts the focused thing's place into the list of places, and says whether it is behind the one before. */
    private static final String STEP = """
            () => {
              const now = document.activeElement;
              const before = window.focusedBefore;
              window.focusedBefore = now;
              return !before || before === now || before === document.body
                  || (before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
            }""";

    private final Page page;
    private final List<String> faults = new ArrayList<>();
    private int keys;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Moves to the thing that this selector names. */
    Keyboard to(String selector) {
        page.waitForSelector(selector);
        if (isAt(selector)) {
            return this;
        }
        for (int i = 0; i < PATIENCE; i++) {
            page.keyboard().press("Tab");
            if (!Boolean.TRUE.equals(page.evaluate(STEP))) {
                faults.add("the focus jumps backwards before " + selector + " at " + page.url());
            }
            if (isAt(selector)) {
                return this;
            }
        }
        throw new AssertionError("the tabulator never reaches " + selector);
    }

    private boolean isAt(String selector) {
        return Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector));
    }

    /** Presses what is focused. */
    Keyboard enter() {
        keys++;
        page.keyboard().press("Enter");
        return this;
    }

    /** Types into what is focused. */
    Keyboard type(String text) {
        keys++;
        page.keyboard().type(text);
        return this;
    }

    /** Where the focus left the order of the page. */
    List<String> faults() {
        return faults;
    }

    /** Things pressed or filled in so far. */
    int things() {
        return keys;
    }
}
