package fr.tessere.specimen.cli;

import fr.tessere.specimen.authority.CountrySigner;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code specimen trust}: the certificates that a realm trusts if it accepts specimens. */
@Command(name = "trust")
final class TrustCommand implements Callable<Integer> {
    private final Texts texts;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "FOLDER")
    private Path out = Path.of("");

    TrustCommand(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(out);
        for (Map.Entry<String, CountrySigner> signer :
                Specimens.authority().countrySigners().entrySet()) {
            Path file = out.resolve(signer.getKey() + ".cer");
            Files.write(file, signer.getValue().certificate().toArray());
            Output.of(spec).println(texts.say("written", file));
        }
        return SpecimenCommand.DONE;
    }
}
