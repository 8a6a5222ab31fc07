package fr.tessere.reader.page;

import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.server.ReadingAddress;
import fr.tessere.reader.server.ReadingClient;
import fr.tessere.reader.server.SignIn;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;

/** Opens readings at their servers, after the person said so. */
final class Opening {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = ReadingClient.http();
    private final String program;
    private final Clock clock;

    Opening(String program, Clock clock) {
        this.program = program;
        this.clock = clock;
    }

    SignIn open(ReadingAddress address) throws ReadingException {
        return SignIn.open(new ReadingClient(http, address, PATIENCE), program, clock);
    }
}
