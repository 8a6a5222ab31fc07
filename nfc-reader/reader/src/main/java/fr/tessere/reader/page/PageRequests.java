package fr.tessere.reader.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.server.ReadingAddress;
import fr.tessere.reader.server.SignIn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * What the page does with a request. GET changes nothing, and without the reading's own cookie shows nothing of it. POST
 * needs the token of the form that this server wrote, and a browser that vouches for the origin.
 */
final class PageRequests {
    private static final String COOKIE = "tessere-reading";
    private static final Set<String> PUBLIC = Set.of("/", "/read", "/accessibility");
    /** Longest form, bytes: an address of 2,000 characters, written with per cents. */
    private static final int LONGEST = 8 * 1024;

    private final RequestGuard guard;
    private final FormTokens tokens;
    private final CardDesk desk;
    private final Opening opening;
    private final Executor reading;
    private final PageReadings readings = new PageReadings();

    PageRequests(RequestGuard guard, FormTokens tokens, CardDesk desk, Opening opening, Executor reading) {
        this.guard = guard;
        this.tokens = tokens;
        this.desk = desk;
        this.opening = opening;
        this.reading = reading;
    }

    Reply answer(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        if (!guard.isForThisHost(headers)) {
            return Reply.content(421, "text/plain", "");
        }
        PageLanguage language = PageLanguage.of(exchange);
        Pages pages = new Pages(language.texts(), language.here());
        String path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod()) {
            case "GET" -> language.remember(get(exchange, path, pages));
            case "POST" -> guard.isOwnPost(headers) ? post(exchange, path, pages) : notOurs(pages);
            default -> Reply.content(405, "text/plain", "");
        };
    }

    private Reply get(HttpExchange exchange, String path, Pages pages) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        if (PUBLIC.contains(path)) {
            return guard.isNavigation(headers) ? lead(exchange, path, pages) : notOurs(pages);
        }
        if (!guard.isOwnOrTyped(headers)) {
            return notOurs(pages);
        }
        return switch (path) {
            case "/look/look.css" -> resource("look/look.css", "text/css; charset=utf-8");
            case "/look/logo.svg" -> resource("look/logo.svg", "image/svg+xml");
            case "/progress.js" -> resource("progress.js", "text/javascript; charset=utf-8");
            default -> show(headers, path, pages);
        };
    }

    /** The pages to which anybody may lead a person. */
    private Reply lead(HttpExchange exchange, String path, Pages pages) {
        return switch (path) {
            case "/read" -> confirm(exchange, pages);
            case "/accessibility" -> Reply.page(200, pages.accessibility());
            default -> Reply.page(200, pages.start());
        };
    }

    private Reply post(HttpExchange exchange, String path, Pages pages) throws IOException {
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(LONGEST + 1);
        }
        if (body.length > LONGEST) {
            return Reply.content(413, "text/plain", "");
        }
        Form form = Form.parse(new String(body, StandardCharsets.UTF_8));
        if (path.equals("/read")) {
            return open(form, pages);
        }
        Optional<PageReading> found = find(exchange.getRequestHeaders(), path);
        if (found.isEmpty()) {
            return gone(pages);
        }
        if (!tokens.fits(form.get("token"), found.get().path())) {
            return notOurs(pages);
        }
        begin(found.get(), form);
        return Reply.goTo(found.get().path());
    }

    private Reply confirm(HttpExchange exchange, Pages pages) {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        try {
            ReadingAddress address = ReadingAddress.typed(Form.parse(query).get("address"));
            return Reply.page(200, pages.confirm(address, tokens.of("open " + address.uri())));
        } catch (ReadingException refused) {
            return Reply.page(400, pages.refused(refused.code()));
        }
    }

    private Reply open(Form form, Pages pages) {
        try {
            ReadingAddress address = ReadingAddress.typed(form.get("address"));
            return tokens.fits(form.get("token"), "open " + address.uri()) ? open(address, pages) : notOurs(pages);
        } catch (ReadingException refused) {
            return Reply.page(422, pages.refused(refused.code()));
        }
    }

    private Reply open(ReadingAddress address, Pages pages) {
        try {
            desk.requireReader();
            SignIn signIn = opening.open(address);
            PageReading opened = new PageReading(tokens.secret(), tokens.secret(), signIn);
            readings.add(opened);
            // only on the path of this reading: no other page or reading of this machine ever receives or replaces it
            return Reply.goTo(opened.path())
                    .withCookie(
                            COOKIE + "=" + opened.secret() + "; Path=" + opened.path() + "; HttpOnly; SameSite=Strict");
        } catch (ReadingException refused) {
            return Reply.page(422, pages.at(Pages.confirming(address)).refused(refused.code(), address));
        }
    }

    private void begin(PageReading found, Form form) {
        try {
            found.begin(desk, CardForm.typed(form), reading);
        } catch (ReadingException refused) {
            found.refuseTyped(refused.code());
        }
    }

    private Reply show(Headers headers, String path, Pages pages) {
        boolean onlyProgress = path.endsWith("/progress");
        String place = onlyProgress ? path.substring(0, path.length() - "/progress".length()) : path;
        Optional<PageReading> found = find(headers, place);
        if (found.isEmpty()) {
            return gone(pages);
        }
        return onlyProgress ? progress(found.get(), pages) : show(found.get(), pages);
    }

    private Reply show(PageReading shown, Pages pages) {
        PageReading.State state = shown.state();
        return switch (state.phase()) {
            case RUNNING -> Reply.page(200, pages.progress(shown));
            case DONE -> Reply.page(200, pages.done(shown));
            case REFUSED -> refused(shown, state.refusal().orElse(RefusalCode.CHIP_FAILED), pages);
            case ASKING ->
                shown.signIn().canBeTriedAgain()
                        ? Reply.page(200, pages.ask(shown, tokens.of(shown.path())))
                        : refused(shown, RefusalCode.READING_UNKNOWN, pages);
        };
    }

    private static Reply refused(PageReading shown, RefusalCode code, Pages pages) {
        return Reply.page(200, pages.refused(code, shown.signIn().address()));
    }

    private static Reply progress(PageReading shown, Pages pages) {
        boolean over = shown.state().phase() != PageReading.Phase.RUNNING;
        // the first line says whether to load the page again, the second is for the person
        return Reply.content(200, "text/plain; charset=utf-8", (over ? "over" : "running") + "\n" + pages.step(shown));
    }

    private Optional<PageReading> find(Headers headers, String path) {
        for (String line : headers.getOrDefault("Cookie", List.of())) {
            for (String cookie : line.split(";\\s*")) {
                if (cookie.startsWith(COOKIE + "=")) {
                    return readings.find(path, cookie.substring(COOKIE.length() + 1));
                }
            }
        }
        return Optional.empty();
    }

    private static Reply resource(String name, String type) throws IOException {
        try (InputStream in = PageRequests.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("resource " + name + " is not in the program");
            }
            return new Reply(200, type, in.readAllBytes(), Optional.empty(), Optional.empty());
        }
    }

    private static Reply notOurs(Pages pages) {
        return Reply.page(403, pages.sentence("page.error", "page.refused-request"));
    }

    private static Reply gone(Pages pages) {
        return Reply.page(404, pages.sentence("page.gone", "page.gone.text"));
    }
}
