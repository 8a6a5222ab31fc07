package fr.tessere.specimen.cli;

import fr.tessere.specimen.document.Offer;
import fr.tessere.specimen.document.Specimens;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code specimen list}: what there is to make. */
@Command(name = "list")
final class ListCommand implements Callable<Integer> {
    private final Texts texts;

    @Spec
    private @Nullable CommandSpec spec;

    ListCommand(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() {
        PrintWriter out = Output.of(spec);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(texts.say("profile"), texts.say("access"), texts.say("protection"), texts.say("what")));
        List<Offer> offers = Specimens.offers();
        offers.forEach(offer -> rows.add(row(offer)));
        int[] widths = new int[3];
        rows.forEach(row ->
                Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).length())));
        for (int i = 0; i < rows.size(); i++) {
            if (i > 1 && offers.get(i - 1).faulty() && !offers.get(i - 2).faulty()) {
                out.printf("%n%s%n", texts.say("bad-chips"));
            }
            print(out, rows.get(i), widths);
        }
        out.flush();
        return SpecimenCommand.DONE;
    }

    private List<String> row(Offer offer) {
        String protection = offer.cloneProtection().isEmpty() ? texts.say("none") : offer.cloneProtection();
        return List.of(offer.name(), offer.access(), protection, offer.summaryIn(texts.locale()));
    }

    private static void print(PrintWriter out, List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
        }
        out.println(line.append(row.get(widths.length)));
    }
}
