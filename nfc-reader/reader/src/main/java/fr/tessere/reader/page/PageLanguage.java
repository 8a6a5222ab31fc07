package fr.tessere.reader.page;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which language a request is answered: the one chosen with this request, or before (a cookie that holds {@code fr}
 * or {@code en} and nothing else), or what the browser likes best.
 *
 * @param texts the texts in that language
 * @param here path and query of the request without the choice
 * @param chosen the word chosen with this request, empty if none was
 */
record PageLanguage(Texts texts, String here, String chosen) {
    /** Name of the query's parameter. */
    static final String PARAMETER = "lang";

    private static final String COOKIE = "tessere-language";
    private static final Set<String> KNOWN = Set.of("fr", "en");
    private static final Pattern REMEMBERED = Pattern.compile("(?:^|;)\\s*" + COOKIE + "=(fr|en)\\s*(?:;|$)");
    /** The pages that can be shown again in another language by a link; every other request starts over. */
    private static final Pattern PLACE = Pattern.compile("/|/read|/accessibility|/readings/[A-Za-z0-9_-]{43}");

    static PageLanguage of(HttpExchange exchange) {
        URI address = exchange.getRequestURI();
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        String chosen = Form.parse(query).get(PARAMETER);
        String place = PLACE.matcher(address.getPath()).matches() ? address.getPath() : "/";
        String rest = place.equals("/read") ? query.replaceAll("(^|&)" + PARAMETER + "=[^&]*", "") : "";
        String here = rest.isEmpty() ? place : place + "?" + rest;
        if (KNOWN.contains(chosen)) {
            return new PageLanguage(Texts.in(Locale.forLanguageTag(chosen)), here, chosen);
        }
        List<String> cookies = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
        Matcher remembered = REMEMBERED.matcher(String.join("; ", cookies));
        if (remembered.find()) {
            return new PageLanguage(Texts.in(Locale.forLanguageTag(remembered.group(1))), here, "");
        }
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Language");
        return new PageLanguage(Texts.accepted(accepted == null ? "en" : accepted), here, "");
    }

    /** The reply, which keeps a choice that was made. */
    Reply remember(Reply reply) {
        return chosen.isEmpty() || reply.cookie().isPresent()
                ? reply
                : reply.withCookie(COOKIE + "=" + chosen + "; Path=/; HttpOnly; SameSite=Lax");
    }
}
