package fr.tessere.specimen.cli;

import fr.tessere.specimen.catalogue.Case;
import fr.tessere.specimen.catalogue.Cases;
import fr.tessere.specimen.document.BirthDate;
import fr.tessere.specimen.document.DocumentFile;
import fr.tessere.specimen.document.Holder;
import fr.tessere.specimen.document.Paper;
import fr.tessere.specimen.document.Personalisation;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
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

    @Option(names = "--trust", paramLabel = "FOLDER")
    private @Nullable Path trust;

    MakeCommand(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() throws IOException {
        if (out == null) {
            throw new IllegalStateException("--out is required");
        }
        Optional<Case> row = Cases.named(profile);
        SpecimenDocument document = row.isPresent() ? caseOf(row.get(), out) : personal();
        DocumentFile.save(document, out);
        Output.of(spec).println(texts.say("made", profile, out));
        return SpecimenCommand.DONE;
    }

    /** A chip of the catalogue is what it is: nobody's name or number is changed in it. */
    private SpecimenDocument caseOf(Case row, Path file) throws IOException {
        for (Object change : new Object[] {can, familyName, givenNames, birthDate, number, expiry}) {
            if (change != null) {
                throw new IllegalArgumentException(texts.say("case-as-it-is", row.id()));
            }
        }
        if (trust != null) {
            row.trust().writeTo(trust.resolve("specimen"));
            Output.of(spec).println(texts.say("written", trust));
        }
        return row.make();
    }

    private SpecimenDocument personal() {
        if (trust != null) {
            throw new IllegalArgumentException(texts.say("trust-of-case"));
        }
        if (Specimens.offers().stream().noneMatch(offer -> offer.name().equals(profile))) {
            throw new IllegalArgumentException(texts.say("no-such-profile", profile));
        }
        Personalisation personalisation = Specimens.prepare(profile);
        personalisation = personalisation.with(holder(personalisation.holder())).with(paper(personalisation.paper()));
        if (can != null) {
            personalisation = personalisation.withCan(can);
        }
        return personalisation.make();
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
