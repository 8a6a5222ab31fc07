package fr.tessere.keycloak.reading;

import fr.tessere.journal.record.Journal;
import fr.tessere.operations.phase.Phases;
import fr.tessere.protocol.reading.InvalidMessageException;
import fr.tessere.protocol.reading.Limits;
import fr.tessere.protocol.reading.Noted;
import fr.tessere.protocol.reading.OpenedReading;
import fr.tessere.protocol.reading.Problem;
import fr.tessere.protocol.reading.ReadingDone;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ServerReply;
import fr.tessere.protocol.reading.Trouble;
import fr.tessere.verification.evidence.RefusedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reader's calls. Hostile bytes in, a named refusal or the next step out. */
public final class ReadingCalls {
    private static final RequestReader REQUESTS = new RequestReader();
    private static final ReplyWriter REPLIES = new ReplyWriter();

    private final Readings readings;
    private final Journal journal;
    private final Phases phases;
    private final InstantSource clock;
    private final String realm;
    private final String handle;

    public ReadingCalls(
            Readings readings, Journal journal, Phases phases, InstantSource clock, String realm, String handle) {
        this.readings = readings;
        this.journal = journal;
        this.phases = phases;
        this.clock = clock;
        this.realm = realm;
        this.handle = handle;
    }

    /** Who asks for what. */
    public Response open(@Nullable String type, InputStream body) {
        return answer("open", type, at -> {
            REQUESTS.open(BodyLimit.read(body, Limits.SHORT_MESSAGE));
            return readings.open(realm, handle, at);
        });
    }

    /** The files that can be read before the proof. */
    public Response chip(@Nullable String type, InputStream body) {
        return answer(
                "chip",
                type,
                at -> readings.chip(realm, handle, REQUESTS.chip(BodyLimit.read(body, Limits.MESSAGE)), at));
    }

    /** The chip's answers to a script. */
    public Response proof(@Nullable String type, InputStream body) {
        return answer(
                "proof",
                type,
                at -> readings.proof(realm, handle, REQUESTS.proof(BodyLimit.read(body, Limits.MESSAGE)), at));
    }

    /** What went wrong beside the card: an event like the refusals of the server's own. */
    public Response trouble(@Nullable String type, InputStream body) {
        return answer("trouble", type, at -> {
            Trouble trouble = REQUESTS.trouble(BodyLimit.read(body, Limits.SHORT_MESSAGE));
            Noted noted = readings.trouble(realm, handle, trouble, at);
            journal.refused(
                    "card",
                    trouble.code(),
                    HandleDigest.shown(handle),
                    Duration.between(at, clock.instant()),
                    readings.clientOf(realm, handle));
            return noted;
        });
    }

    private Response answer(String step, @Nullable String type, Call call) {
        try (Phases.Phase phase = phases.begin(step)) {
            return answer(step, type, call, phase);
        }
    }

    private Response answer(String step, @Nullable String type, Call call, Phases.Phase phase) {
        Instant begun = clock.instant();
        RefusalCode code;
        Optional<String> signer = Optional.empty();
        try {
            requireJson(type);
            ServerReply reply = call.at(begun);
            passed(reply, Duration.between(begun, clock.instant()));
            return response(200, reply);
        } catch (InvalidMessageException invalid) {
            code = invalid.code();
        } catch (RefusedException refused) {
            code = refused.code();
            signer = refused instanceof RefusedDocumentException document ? document.signer() : Optional.empty();
        } catch (IOException | RuntimeException accident) {
            journal.accident(step, accident);
            code = RefusalCode.SERVER_FAILED;
        }
        Duration took = Duration.between(begun, clock.instant());
        phase.refused(code.word());
        journal.refused(step, code, HandleDigest.shown(handle), took, readings.clientOf(realm, handle), signer);
        return response(HttpStatus.of(code), new Problem(Limits.VERSION, code));
    }

    private void passed(ServerReply reply, Duration took) {
        if (reply instanceof OpenedReading) {
            journal.opened(HandleDigest.shown(handle), took, readings.clientOf(realm, handle));
        } else if (reply instanceof ReadingDone) {
            journal.verified(HandleDigest.shown(handle), took, readings.clientOf(realm, handle));
        }
    }

    private static void requireJson(@Nullable String type) {
        String plain = type == null ? "" : type.replace(" ", "").toLowerCase(Locale.ROOT);
        if (!plain.equals(MediaType.APPLICATION_JSON) && !plain.equals("application/json;charset=utf-8")) {
            throw new InvalidMessageException(RefusalCode.MESSAGE_MALFORMED, "Content-Type is application/json");
        }
    }

    private static Response response(int status, ServerReply reply) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(REPLIES.write(reply))
                .build();
    }

    private interface Call {
        ServerReply at(Instant at) throws IOException, RefusedException;
    }
}
