package fr.tessere.reader.page;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Optional;

/**
 * Does this request come from the page's own origin? Other origins may only lead a person to the page ({@code GET /read}
 * as a navigation of the whole window): they cannot post, fetch, frame or embed anything.
 */
final class RequestGuard {
    private final String host;
    private final String origin;

    RequestGuard(int port) {
        host = "127.0.0.1:" + port;
        origin = "http://" + host;
    }

    /** The origin of the page. */
    String origin() {
        return origin;
    }

    /** Any other name for this machine is an attacker's (DNS rebinding). */
    boolean isForThisHost(Headers headers) {
        return headers.getOrDefault("Host", List.of()).equals(List.of(host));
    }

    /** True if a person was led here, from wherever, and sees what comes. */
    boolean isNavigation(Headers headers) {
        if (one(headers, "Sec-Fetch-Site").isEmpty()) {
            // a browser before 2023 does not say; the answer to /read is the same for everyone anyway
            return true;
        }
        return one(headers, "Sec-Fetch-Mode").equals(Optional.of("navigate"))
                && one(headers, "Sec-Fetch-Dest").equals(Optional.of("document"));
    }

    /** True unless the browser says that another origin began this request. */
    boolean isOwnOrTyped(Headers headers) {
        return one(headers, "Sec-Fetch-Site")
                .map(site -> site.equals("same-origin") || site.equals("none"))
                .orElse(true);
    }

    /**
     * True if the browser vouches that this very origin posts. {@code Origin: null} is what a browser says under
     * {@code Referrer-Policy: no-referrer}: it proves nothing, so then {@code Sec-Fetch-Site} must.
     */
    boolean isOwnPost(Headers headers) {
        if (headers.getOrDefault("Origin", List.of()).size() > 1
                || headers.getOrDefault("Sec-Fetch-Site", List.of()).size() > 1) {
            return false;
        }
        Optional<String> from = one(headers, "Origin");
        Optional<String> site = one(headers, "Sec-Fetch-Site");
        boolean originFits =
                from.isEmpty() || from.get().equals("null") || from.get().equals(origin);
        boolean siteFits = site.isEmpty() || site.get().equals("same-origin");
        boolean vouched = from.equals(Optional.of(origin)) || site.equals(Optional.of("same-origin"));
        return originFits && siteFits && vouched;
    }

    private static Optional<String> one(Headers headers, String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }
}
