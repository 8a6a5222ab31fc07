package fr.tessere.server;

import java.net.HttpCookie;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Somebody's browser in front of pages whose forms carry a token. */
abstract class TokenPages {
    private final PlainBrowser browser;
    private final URI pages;
    private final String carrier;

    /**
     * In front of the pages at this address.
     *
     * @param carrier a page with a form, {@code ""} for the first
     */
    TokenPages(PlainBrowser browser, URI pages, String carrier) {
        this.browser = browser;
        this.pages = pages;
        this.carrier = carrier;
    }

    /** The browser. */
    public final PlainBrowser browser() {
        return browser;
    }

    /** The session of this browser, for another one. */
    public final List<HttpCookie> cookies() {
        return browser.cookies();
    }

    /** Where the pages are. */
    public final URI pages() {
        return pages;
    }

    /** Opens a page, {@code ""} for the first. */
    public final Page open(String page) {
        return browser.open(address(page));
    }

    /** Tries another method than pages and forms use. */
    public final Page ask(String method, String page) {
        return browser.ask(method, address(page));
    }

    /** Sends a form with the token of the pages. */
    public final Page send(String form, Map<String, String> fields) {
        return sendBare(form, withToken(fields));
    }

    /** Sends a form with these fields and no other. */
    public final Page sendBare(String form, Map<String, String> fields) {
        return browser.submit(address(form), fields);
    }

    /** The token of the forms; empty where no page is shown. */
    public final String token() {
        return open(carrier).find("name=\"token\" value=\"([^\"]+)\"").orElse("");
    }

    final Map<String, String> withToken(Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("token", token());
        return all;
    }

    final URI address(String page) {
        return page.isEmpty() ? pages : URI.create(pages + "/" + page);
    }
}
