package fr.tessere.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser without a screen and without scripts: keeps its cookies, follows redirects inside one origin. */
public final class PlainBrowser {
    private static final int REDIRECTS = 10;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;
    private final String language;

    /** A browser of a person who reads this language, for example {@code fr}. */
    public PlainBrowser(String language) {
        this(language, HttpClient.Builder.NO_PROXY);
    }

    PlainBrowser(String language, ProxySelector way) {
        this.language = language;
        client = HttpClient.newBuilder()
                // browsers never ask for HTTP/2 without TLS, Java's client does in each first request
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .proxy(way)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** Another browser into which somebody planted all cookies of this one. */
    public PlainBrowser withTheSameCookies() {
        PlainBrowser other = new PlainBrowser(language);
        cookies.getCookieStore()
                .getURIs()
                .forEach(place -> cookies.getCookieStore()
                        .get(place)
                        .forEach(cookie -> other.cookies.getCookieStore().add(place, cookie)));
        return other;
    }

    /** Opens an address and follows no redirect. */
    public Page openOnly(URI address) {
        return Page.of(send(request(address).GET().build()));
    }

    /** Opens an address and follows redirects as long as they stay on the same origin. */
    public Page open(URI address) {
        return follow(request(address).GET().build());
    }

    /** Sends nothing by this method, for example {@code DELETE}, and follows no redirect. */
    public Page ask(String method, URI address) {
        return Page.of(
                send(request(address).method(method, BodyPublishers.noBody()).build()));
    }

    /** Sends a form and follows redirects as long as they stay on the same origin. */
    public Page submit(URI address, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return follow(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** Sends a form with a file and follows redirects as long as they stay on the same origin. */
    public Page upload(URI address, Map<String, String> fields, String field, byte[] file) {
        String line = "----------------------------tessere";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + line + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + line + "\r\nContent-Disposition: form-data; name=\"" + field
                        + "\"; filename=\"reports.csv\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + line + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return follow(request(address)
                .header("Content-Type", "multipart/form-data; boundary=" + line)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    /** The cookies that the browser keeps. */
    public java.util.List<java.net.HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /** The names of the cookies that the browser keeps. */
    public java.util.Set<String> cookieNames() {
        return cookies.getCookieStore().getCookies().stream()
                .map(java.net.HttpCookie::getName)
                .collect(Collectors.toSet());
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "text/html")
                .header("Accept-Language", language);
    }

    private Page follow(HttpRequest first) {
        HttpRequest request = first;
        for (int i = 0; i < REDIRECTS; i++) {
            HttpResponse<String> response = send(request);
            Page page = Page.of(response);
            if (page.redirect().isEmpty()) {
                return page;
            }
            URI next = page.redirect().get();
            if (!origin(next).equals(origin(first.uri()))) {
                return page;
            }
            request = request(next).GET().build();
        }
        throw new AssertionError(
                "more than " + REDIRECTS + " redirects from " + first.uri().getPath());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            // as browsers do: this machine counts as a secure origin
            cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
            return response;
        } catch (IOException e) {
            throw new AssertionError("no answer from " + request.uri(), e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
