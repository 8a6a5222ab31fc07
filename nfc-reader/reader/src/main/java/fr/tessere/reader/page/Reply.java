package fr.tessere.reader.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the page server answers.
 *
 * @param status HTTP status
 * @param type media type
 * @param body the content
 * @param location where to go instead, with status 303
 * @param cookie value of {@code Set-Cookie}
 */
record Reply(int status, String type, byte[] body, Optional<String> location, Optional<String> cookie) {

    static Reply page(int status, Html page) {
        return content(status, "text/html; charset=utf-8", page.source());
    }

    static Reply content(int status, String type, String body) {
        return new Reply(status, type, body.getBytes(StandardCharsets.UTF_8), Optional.empty(), Optional.empty());
    }

    /** See other: the browser gets it by GET. */
    static Reply goTo(String location) {
        return new Reply(303, "text/plain", new byte[0], Optional.of(location), Optional.empty());
    }

    Reply withCookie(String cookie) {
        return new Reply(status, type, body, location, Optional.of(cookie));
    }
}
