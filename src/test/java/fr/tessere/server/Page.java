package fr.tessere.server;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a browser without a screen got.
 *
 * @param status HTTP status
 * @param address where it came from
 * @param headers its headers
 * @param body its text
 */
public record Page(int status, URI address, HttpHeaders headers, String body) {

    static Page of(HttpResponse<String> response) {
        return new Page(response.statusCode(), response.uri(), response.headers(), response.body());
    }

    /** Where the answer sends the browser. */
    public Optional<URI> redirect() {
        return headers.firstValue("Location").map(address::resolve);
    }

    /** The parameters of the address that the answer sends the browser to. */
    public Map<String, String> redirectParameters() {
        return redirect().map(Page::parameters).orElse(Map.of());
    }

    /** The parameters of an address. */
    static Map<String, String> parameters(URI address) {
        String query = address.getRawQuery();
        return Arrays.stream(String.valueOf(query).split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (a, b) -> b));
    }

    /** All values of one attribute of one kind of element, character references decoded. */
    public List<String> attributes(String element, String attribute) {
        Pattern pattern = Pattern.compile("<" + element + "\\b[^>]*?\\b" + attribute + "=\"([^\"]*)\"", Pattern.DOTALL);
        return pattern.matcher(body).results().map(hit -> plain(hit.group(1))).toList();
    }

    /** The first text that this expression's group finds, character references decoded. */
    public Optional<String> find(String expression) {
        Matcher matcher = Pattern.compile(expression, Pattern.DOTALL).matcher(body);
        return matcher.find() ? Optional.of(plain(matcher.group(1))) : Optional.empty();
    }

    private static String plain(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x2F;", "/")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
