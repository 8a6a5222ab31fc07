package fr.tessere.demo.register;

import fr.tessere.demo.settings.DemoSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks the register with a person's access token. A register that cannot be asked is no reason to stop the person. */
@Component
public final class RegisterClient {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LARGEST = 4096;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final DemoSettings settings;

    /** For the register that the settings name. */
    public RegisterClient(DemoSettings settings) {
        this.settings = settings;
    }

    /**
     * What the register said.
     *
     * @param address the address, if it told it
     * @param stepUp what it wants first, if it wants that
     */
    public record Answer(Optional<AddressOnRecord> address, Optional<StepUp> stepUp) {
        private static final Answer NOTHING = new Answer(Optional.empty(), Optional.empty());
    }

    /** Asks with this token. */
    public Answer ask(String accessToken) {
        HttpRequest request = HttpRequest.newBuilder(settings.register())
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + accessToken)
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return read(answer, body.readNBytes(LARGEST));
            }
        } catch (IOException | JacksonException unreachable) {
            return Answer.NOTHING;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Answer.NOTHING;
        }
    }

    private static Answer read(HttpResponse<?> answer, byte[] body) {
        return switch (answer.statusCode()) {
            case 200 -> new Answer(Optional.of(JSON.readValue(body, AddressOnRecord.class)), Optional.empty());
            case 401 ->
                new Answer(
                        Optional.empty(),
                        answer.headers().firstValue("WWW-Authenticate").flatMap(StepUp::of));
            default -> Answer.NOTHING;
        };
    }
}
