package fr.tessere.server;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Somebody of the staff in front of the officers' pages. */
public final class StaffBrowser extends TokenPages {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private StaffBrowser(PlainBrowser browser, URI pages) {
        super(browser, pages, "documents");
    }

    /** This browser at the pages of this realm. */
    static StaffBrowser of(PlainBrowser browser, URI issuer) {
        return new StaffBrowser(browser, URI.create(issuer + "/tessere/officer"));
    }

    /** A browser at the same pages that is somebody else's. */
    public static StaffBrowser of(PlainBrowser browser, KeycloakServer server) {
        return of(browser, server.issuer());
    }

    /** Another window of the same session: its language is its own. */
    StaffBrowser window() {
        return new StaffBrowser(browser().withTheSameCookies(), pages());
    }

    /** A page that shows this, as soon as what happened before has its place in the log. */
    public Page openUntil(String page, String shown) {
        Waiting.until(
                page + " shows " + shown, PATIENCE, () -> open(page).body().contains(shown));
        return open(page);
    }

    /** Sends a file with the token. */
    public Page upload(String form, Map<String, String> fields, byte[] file) {
        return browser().upload(address(form), withToken(fields), "file", file);
    }
}
