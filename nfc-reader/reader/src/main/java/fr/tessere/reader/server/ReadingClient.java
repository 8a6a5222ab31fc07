package fr.tessere.reader.server;

import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.InvalidMessageException;
import fr.tessere.protocol.reading.Limits;
import fr.tessere.protocol.reading.OpenRequest;
import fr.tessere.protocol.reading.Problem;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ServerReply;
import fr.tessere.protocol.reading.Trouble;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.reader.card.ReadingException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Posts the reader's messages to one reading address. Every call throws {@code server-unreachable} if there is no
 * connection in time, and {@code server-reply-malformed} if the reply is not of the protocol. A problem that the server
 * names is a reply like any other. Redirects are not followed: a reading lives at its address.
 */
public final class ReadingClient {
    private static final String JSON = "application/json";
    /** A person waits to read what went wrong: nobody waits long for a server that does not hear of it. */
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http;
    private final ReadingAddress address;
    private final Duration patience;
    private final RequestWriter requests = new RequestWriter();
    private final ReplyReader replies = new ReplyReader();

    /**
     * A client for one reading.
     *
     * @param patience longest wait for a whole reply
     */
    public ReadingClient(HttpClient http, ReadingAddress address, Duration patience) {
        this.http = http;
        this.address = address;
        this.patience = patience;
    }

    /** HTTP as readings need it: no redirects, the system's proxy, 10 seconds for a connection. */
    public static HttpClient http() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** Where the messages go. */
    public ReadingAddress address() {
        return address;
    }

    /** Opens the reading: possible once. */
    public ServerReply open(OpenRequest request) throws ReadingException {
        return post("open", requests.write(request), patience);
    }

    /** Sends what the chip shows: possible once. */
    public ServerReply chip(UnverifiedFiles files) throws ReadingException {
        return post("chip", requests.write(files), patience);
    }

    /** Sends the chip's answers to one script: possible once a script. */
    public ServerReply proof(ChipAnswers answers) throws ReadingException {
        return post("proof", requests.write(answers), patience);
    }

    /** Tells what went wrong beside the card. */
    public ServerReply trouble(Trouble trouble) throws ReadingException {
        return post("trouble", requests.write(trouble), SHORT_PATIENCE);
    }

    private ServerReply post(String call, byte[] body, Duration wait) throws ReadingException {
        HttpRequest request = HttpRequest.newBuilder(address.call(call))
                .timeout(wait)
                .header("Content-Type", JSON)
                .header("Accept", JSON)
                .header("User-Agent", "tessere-reader")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        // the request's own time-out ends with the headers, a slow body would pass it
        CompletableFuture<HttpResponse<byte[]>> sent = http.sendAsync(request, head -> new CappedBody(Limits.MESSAGE));
        try {
            return reply(sent.get(wait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            throw unreachable("no whole reply within " + wait.toSeconds() + " s", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ReadingException(RefusalCode.READING_CANCELLED, "stopped while waiting for the server", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof CappedBody.TooLargeException) {
                throw malformed("a reply of more than " + Limits.MESSAGE + " bytes", failed);
            }
            throw unreachable("no connection", failed);
        } finally {
            sent.cancel(true);
        }
    }

    private ServerReply reply(HttpResponse<byte[]> response) throws ReadingException {
        int status = response.statusCode();
        if (!isJson(response)) {
            // a gateway in front of a server that is down answers in its own words
            if (status == 502 || status == 503 || status == 504) {
                throw unreachable("HTTP status " + status, null);
            }
            throw malformed("HTTP status " + status + " without " + JSON, null);
        }
        ServerReply reply;
        try {
            reply = replies.read(response.body());
        } catch (InvalidMessageException refused) {
            throw malformed(String.valueOf(refused.getMessage()), refused);
        }
        boolean problem = reply instanceof Problem;
        if (problem ? status < 400 : status != 200) {
            throw malformed("HTTP status " + status + " does not fit the reply", null);
        }
        return reply;
    }

    private static boolean isJson(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Content-Type")
                .map(type -> type.toLowerCase(Locale.ROOT).replace(" ", ""))
                .filter(type -> type.equals(JSON) || type.equals(JSON + ";charset=utf-8"))
                .isPresent();
    }

    private static ReadingException unreachable(String detail, @Nullable Exception cause) {
        return exception(RefusalCode.SERVER_UNREACHABLE, detail, cause);
    }

    private static ReadingException malformed(String detail, @Nullable Exception cause) {
        return exception(RefusalCode.SERVER_REPLY_MALFORMED, detail, cause);
    }

    private static ReadingException exception(RefusalCode code, String detail, @Nullable Exception cause) {
        return cause == null ? new ReadingException(code, detail) : new ReadingException(code, detail, cause);
    }
}
