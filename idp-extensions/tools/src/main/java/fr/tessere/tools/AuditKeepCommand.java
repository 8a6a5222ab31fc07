package fr.tessere.tools;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps what a server publishes of its log, in a file that the server cannot reach: {@code tessere audit keep}. */
@Command(name = "keep", sortOptions = false)
final class AuditKeepCommand implements Callable<Integer> {
    private final Surroundings here;

    @Option(names = "--log", paramLabel = "URL", required = true)
    private @Nullable URI log;

    @Option(names = "--file", paramLabel = "FILE", required = true)
    private @Nullable Path file;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    AuditKeepCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws IOException {
        try (KeptFile kept = KeptFile.open(Objects.requireNonNull(file))) {
            int added = -1;
            while (added != 0) {
                List<String> lines = fetch(kept.heads() + 1, kept.places());
                if (!kept.isOf(lines)) {
                    here.complain(here.texts().say("audit.other-file"));
                    return ToolsCommand.REFUSED;
                }
                added = kept.append(lines);
            }
            here.say(here.texts().say("audit.kept", kept.heads(), kept.places()));
            return ToolsCommand.DONE;
        }
    }

    private List<String> fetch(long head, long place) throws IOException {
        URI address = URI.create(Objects.requireNonNull(log).toString().replaceAll("/$", "") + "/published?head=" + head
                + "&place=" + place);
        try {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(10))
                    .build()
                    .send(
                            HttpRequest.newBuilder(address)
                                    .timeout(Duration.ofSeconds(60))
                                    .build(),
                            BodyHandlers.ofString(StandardCharsets.UTF_8));
            return answer.statusCode() == 200 ? answer.body().lines().toList() : List.of();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (IllegalArgumentException wrong) {
            throw common.wrongUse(here.texts().say("bad-value", "--log"));
        }
    }
}
