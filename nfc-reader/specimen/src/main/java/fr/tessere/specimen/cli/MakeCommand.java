package fr.tessere.specimen.cli;

import fr.tessere.specimen.document.BirthDate;
import fr.tessere.specimen.document.DocumentFile;
import fr.tessere.specimen.document.Holder;
import fr.tessere.specimen.document.Paper;
import fr.tessere.specimen.document.Personalisation;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code specimen make}: one document into one file. */
@Command(name = "make", sortOptions = false)
final class MakeCommand implements Callable<Integer> {
    private final Texts texts;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PROFILE", descriptionKey = "PROFILE")
    private String profile = "";

    @Option(names = "--out", required = true, paramLabel = "FILE")
    private @Nullable Path out;

    @Option(names = "--can", paramLabel = "DIGITS")
    private @Nullable String can;

    @Option(names = "--family-name", paramLabel = "NAME")
    private @Nullable String familyName;

    @Option(names = "--given-names", paramLabel = "NAMES")
    private @Nullable String givenNames;

    @Option(names = "--birth-date", paramLabel = "YYYY-MM-DD")
    private @Nullable String birthDate;

    @Option(names = "--number", paramLabel = "NUMBER")
    private @Nullable String number;

    @Option(names = "--expiry", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate expiry;

    MakeCommand(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() throws IOException {
        if (out == null) {
            throw new IllegalStateException("--out is required");
        }
        if (Specimens.offers().stream().noneMatch(offer -> offer.name().equals(profile))) {
            throw new IllegalArgumentException(texts.say("no-such-profile", profile));
        }
        Personalisation personalisation = Specimens.prepare(profile);
        personalisation = personalisation.with(holder(personalisation.holder())).with(paper(personalisation.paper()));
        if (can != null) {
            personalisation = personalisation.withCan(can);
        }
        DocumentFile.save(personalisation.make(), out);
        Output.of(spec).println(texts.say("made", profile, out));
        return SpecimenCommand.DONE;
    }

    private Holder holder(Holder holder) {
        Holder changed = familyName == null ? holder : holder.withFamilyName(familyName);
        changed = givenNames == null ? changed : changed.withGivenNames(givenNames);
        return birthDate == null ? changed : changed.bornOn(new BirthDate(birthDate));
    }

    private Paper paper(Paper paper) {
        Paper changed = number == null ? paper : paper.numbered(number);
        return expiry == null ? changed : changed.expiringOn(expiry);
    }
}
