package fr.tessere.reader.server;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.ReadingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of one reading: {@code …/realms/REALM/tessere/readings/HANDLE}, over https, or over http to this very
 * machine. Whoever holds it can open the reading, once.
 *
 * @param uri the address, without a slash at the end
 */
public record ReadingAddress(URI uri) {
    /** Longest address, characters. */
    private static final int LONGEST = 2_000;

    private static final Pattern PATH = Pattern.compile(
            "(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/realms/[A-Za-z0-9_~-][A-Za-z0-9._~-]*/tessere/readings/[A-Za-z0-9_-]{16,200}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    public ReadingAddress {
        requireAddress(uri);
    }

    /** Reads what a person pasted or a page handed over; {@code address-invalid} for everything else. */
    public static ReadingAddress typed(String text) throws ReadingException {
        String address = text.strip();
        try {
            if (address.length() > LONGEST) {
                throw new IllegalArgumentException(address.length() + " characters, at most " + LONGEST);
            }
            return new ReadingAddress(new URI(address));
        } catch (URISyntaxException | IllegalArgumentException refused) {
            throw new ReadingException(RefusalCode.ADDRESS_INVALID, "not the address of a reading", refused);
        }
    }

    /** Host and port as the person sees them in a browser, for example {@code id.example}. */
    public String server() {
        return uri.getRawAuthority();
    }

    /** The page of the same provider that helps with this refusal, in this language. */
    public URI help(RefusalCode code, Locale locale) {
        String resource = uri.toString().replaceFirst("/readings/[^/]+$", "");
        return URI.create(resource + "/help/" + code.word() + "?kc_locale=" + locale.getLanguage());
    }

    /** Where the message with this name is posted: {@code open}, {@code chip} or {@code proof}. */
    URI call(String name) {
        return URI.create(uri + "/" + name);
    }

    /**
     * The address that the person's browser is sent back to. A server may send its people only to itself: same scheme,
     * host and port, so that a reader is no way to open arbitrary addresses in a browser.
     *
     * @throws ReadingException {@code server-reply-malformed}
     */
    URI returnAddress(String text) throws ReadingException {
        try {
            URI back = new URI(text);
            if (uri.getScheme().equals(back.getScheme())
                    && uri.getRawAuthority().equals(back.getRawAuthority())
                    && back.getRawPath() != null
                    && back.getRawPath().startsWith("/")) {
                return back;
            }
        } catch (URISyntaxException notAnAddress) {
            // refused below; the text is the server's and stays out of the message
        }
        throw new ReadingException(
                RefusalCode.SERVER_REPLY_MALFORMED, "returnAddress is not on the server of the reading");
    }

    private static void requireAddress(URI uri) {
        String scheme = require(uri.getScheme(), "a scheme");
        String host = require(uri.getHost(), "a host");
        String path = require(uri.getRawPath(), "a path");
        boolean secure = scheme.equals("https");
        boolean ownMachine = scheme.equals("http") && LOOPBACK.matcher(host).matches();
        if (!secure && !ownMachine) {
            throw new IllegalArgumentException("https is expected, or http to this machine");
        }
        if (!HOST.matcher(host).matches() || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException("host and port are expected");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("an address without user, query and fragment is expected");
        }
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("a path …/realms/REALM/tessere/readings/HANDLE is expected");
        }
    }

    private static String require(@Nullable String part, String expected) {
        if (part == null) {
            throw new IllegalArgumentException(expected + " is expected");
        }
        return part;
    }
}
