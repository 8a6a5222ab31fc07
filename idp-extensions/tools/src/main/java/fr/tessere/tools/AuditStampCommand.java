package fr.tessere.tools;

import fr.tessere.audit.head.Head;
import fr.tessere.audit.head.HeadReader;
import fr.tessere.audit.head.InvalidHeadException;
import fr.tessere.audit.head.LogKey;
import fr.tessere.tools.stamp.InvalidStampException;
import fr.tessere.tools.stamp.Stamp;
import fr.tessere.tools.stamp.StampAuthority;
import fr.tessere.tools.stamp.StampFile;
import fr.tessere.tools.stamp.StampReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has the newest head stamped by an authority that has nothing to do with the server: {@code tessere audit stamp}. */
@Command(name = "stamp", sortOptions = false)
final class AuditStampCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Surroundings here;

    @Option(names = "--log", paramLabel = "URL", required = true)
    private @Nullable URI log;

    @Option(names = "--key", paramLabel = "FILE", required = true)
    private @Nullable Path key;

    @Option(names = "--authority", paramLabel = "URL", required = true)
    private @Nullable URI authority;

    @Option(names = "--authority-certificate", paramLabel = "FILE", required = true)
    private @Nullable Path certificate;

    @Option(names = "--file", paramLabel = "FILE", required = true)
    private @Nullable Path file;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    AuditStampCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws IOException {
        try {
            String jws = newest();
            Head head = new HeadReader(List.of(logKey())).read(jws).head();
            Stamp stamp = new StampAuthority(
                            Objects.requireNonNull(authority), reader(), new SecureRandom(), here.clock())
                    .stamp(jws);
            StampFile.append(Objects.requireNonNull(file), head.log(), stamp);
            here.say(here.texts().say("audit.stamped", head.size(), stamp.at()));
            return ToolsCommand.DONE;
        } catch (InvalidHeadException wrong) {
            here.complain(here.texts().say("audit." + wrong.reason().word()));
        } catch (InvalidStampException wrong) {
            here.complain(here.texts().say("audit.no-stamp", wrong.reason().word()));
        }
        return ToolsCommand.REFUSED;
    }

    private String newest() throws IOException {
        URI address = URI.create(Objects.requireNonNull(log).toString().replaceAll("/$", "") + "/head");
        try {
            return HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofString())
                    .body()
                    .strip();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private StampReader reader() {
        Path from = Objects.requireNonNull(certificate);
        try {
            return StampReader.trusting(Files.readAllBytes(from));
        } catch (IOException | IllegalArgumentException none) {
            throw common.wrongUse(here.texts().say("audit.no-certificate", from));
        }
    }

    private LogKey logKey() {
        Path from = Objects.requireNonNull(key);
        try {
            return LogKey.ofPem(Files.readString(from, StandardCharsets.US_ASCII));
        } catch (IOException | IllegalArgumentException none) {
            throw common.wrongUse(here.texts().say("audit.no-key", from));
        }
    }
}
