package fr.tessere.server;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The pages between a reading and the service, as everybody in these tests goes through them: agrees to what is kept, has
 * the same personal code as all others, gives no e-mail address.
 */
public final class FirstUse {
    /** The personal code of every specimen. */
    public static final String CODE = "274915";

    private static final int PAGES = 6;

    private FirstUse() {}

    /** From this page on, as long as it is one of those; the page behind them. */
    public static Page through(PlainBrowser browser, Page first) {
        Page page = first;
        for (int i = 0; i < PAGES; i++) {
            Optional<Map<String, String>> answer = answer(page);
            if (answer.isEmpty()) {
                return page;
            }
            page = submit(browser, page, answer.get());
        }
        throw new AssertionError("more than " + PAGES + " pages of a first use: " + page.body());
    }

    /** Sends the page's form with these fields. */
    public static Page submit(PlainBrowser browser, Page page, Map<String, String> fields) {
        URI action = page.address().resolve(page.attributes("form", "action").get(0));
        return browser.submit(action, fields);
    }

    private static Optional<Map<String, String>> answer(Page page) {
        if (shows(page, "agree")) {
            return Optional.of(Map.of("step", "agree"));
        }
        if (shows(page, "choose-code")) {
            return Optional.of(Map.of("step", "choose", "code", CODE, "again", CODE));
        }
        if (shows(page, "type-code")) {
            return Optional.of(Map.of("step", "code", "code", CODE));
        }
        return Optional.empty();
    }

    /** True if the page has a form of this name. */
    public static boolean shows(Page page, String form) {
        return page.body().contains("<form id=\"" + form + "\"");
    }
}
