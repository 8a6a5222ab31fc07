package fr.tessere.tools;

import fr.tessere.verification.trust.TrustFolder;
import fr.tessere.verification.trust.TrustSurvey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows whom a folder trusts, and which of its files cannot be used: {@code tessere trust}. */
@Command(name = "trust", sortOptions = false)
final class TrustCommand implements Callable<Integer> {
    private final Surroundings here;

    @Option(names = "--folder", paramLabel = "FOLDER", required = true)
    private @Nullable Path folder;

    @Option(names = "--json")
    private boolean json;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    TrustCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        Path asked = Objects.requireNonNull(folder);
        if (!Files.isDirectory(asked)) {
            throw common.wrongUse(here.texts().say("no-folder", asked));
        }
        TrustSurvey survey = survey(asked);
        TrustReport report = new TrustReport(asked, survey);
        here.say(json ? report.json().toPrettyString() : report.text(here.texts()));
        return survey.refused().isEmpty() ? ToolsCommand.DONE : ToolsCommand.REFUSED;
    }

    private TrustSurvey survey(Path asked) {
        try {
            return TrustFolder.survey(asked);
        } catch (IOException unreadable) {
            throw common.wrongUse(here.texts().say("unreadable", asked));
        }
    }
}
