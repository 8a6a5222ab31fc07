package fr.tessere.specimen.cli;

import fr.tessere.specimen.catalogue.Case;
import fr.tessere.specimen.catalogue.Cases;
import fr.tessere.specimen.catalogue.CataloguePage;
import fr.tessere.specimen.catalogue.Family;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code specimen catalogue}: every chip that can be thrown at a system, and what must come of it. */
@Command(name = "catalogue", sortOptions = false)
final class CatalogueCommand implements Callable<Integer> {
    private final Texts texts;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FAMILY", descriptionKey = "FAMILY")
    private @Nullable String family;

    @Option(names = "--markdown")
    private boolean markdown;

    CatalogueCommand(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() {
        PrintWriter out = Output.of(spec);
        if (markdown) {
            out.print(CataloguePage.text());
        } else {
            List<Case> rows = rows();
            int width = rows.stream().mapToInt(row -> row.id().length()).max().orElse(0);
            rows.forEach(row -> out.printf("%-" + width + "s  %-36s  %s%n", row.id(), row.expected(), row.wrong()));
        }
        out.flush();
        return SpecimenCommand.DONE;
    }

    private List<Case> rows() {
        String word = family;
        if (word == null) {
            return Cases.all();
        }
        Family wanted = Arrays.stream(Family.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(texts.say("no-such-family", word)));
        return Cases.of(wanted);
    }
}
