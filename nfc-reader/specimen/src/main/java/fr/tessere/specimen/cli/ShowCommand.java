package fr.tessere.specimen.cli;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.AccessProtocol;
import fr.tessere.specimen.chip.ChipContents;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code specimen show}: what is printed on the card, and what is in its chip. */
@Command(name = "show")
final class ShowCommand implements Callable<Integer> {
    private final Texts texts;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
    private Path file = Path.of("");

    ShowCommand(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() throws IOException {
        SpecimenDocument document = Specimens.open(file);
        ChipContents contents = document.contents();
        PrintWriter out = Output.of(spec);
        out.println(texts.say("show.profile", document.profile()));
        document.can().ifPresent(can -> out.println(texts.say("show.can", can)));
        out.println(texts.say("show.mrz"));
        document.mrz().lines().forEach(line -> out.println("  " + line));
        out.println(texts.say(
                "show.access",
                contents.access().stream().map(AccessProtocol::name).sorted().collect(Collectors.joining(", "))));
        String protection = protection(contents);
        out.println(texts.say("show.protection", protection.isEmpty() ? texts.say("none") : protection));
        out.println(texts.say("show.files"));
        new TreeMap<>(contents.files())
                .forEach((FileId id, Bytes bytes) -> out.printf("  %-12s %6d%n", id.word(), bytes.length()));
        out.flush();
        return SpecimenCommand.DONE;
    }

    private static String protection(ChipContents contents) {
        return Stream.concat(
                        contents.chipAuthentication().stream()
                                .map(key -> "Chip Authentication "
                                        + key.suite().name().replace('_', '-')),
                        contents.activeAuthentication().stream()
                                .map(key -> "Active Authentication "
                                        + key.signature().name().replace('_', '-')))
                .collect(Collectors.joining(", "));
    }
}
