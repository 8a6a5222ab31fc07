package fr.tessere.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.StaffBrowser;
import java.util.List;
import java.util.function.BiConsumer;

/** Every page that the officers' navigation leads to. Their sign-in is that of everybody. */
public final class OfficerTour {
    /** Keycloak's cookie of the language that somebody chose. */
    private static final String LANGUAGE = "KEYCLOAK_LOCALE";

    private static final String LINKS = "nav => [...nav.querySelectorAll('a')].map(link => link.href)";

    private OfficerTour() {}

    /** The officer, who signed in with document and code in this browser some minutes ago, opens the first page. */
    static void enter(Page page, KeycloakServer server) {
        StaffBrowser officer = server.staff("officer");
        page.context()
                .addCookies(officer.cookies().stream()
                        .filter(cookie -> !cookie.getName().equals(LANGUAGE))
                        .map(cookie -> new Cookie(cookie.getName(), cookie.getValue())
                                .setDomain(server.address().getHost())
                                .setPath(cookie.getPath()))
                        .toList());
        page.navigate(officer.pages().toString());
    }

    /** Walks through all of them; the observer is shown each by the last part of its address. */
    public static void through(Page page, BiConsumer<String, Page> observer, KeycloakServer server) {
        String pages = server.issuer() + "/tessere/officer";
        enter(page, server);
        List<?> links = (List<?>) page.locator("nav.officer").evaluate(LINKS);
        for (Object link : links) {
            page.navigate(link.toString());
            observer.accept(
                    "officer" + link.toString().substring(pages.length()).replace('/', '-'), page);
        }
        page.navigate(pages + "/entries");
        page.locator("main table a").first().click();
        observer.accept("officer-entry", page);
    }
}
