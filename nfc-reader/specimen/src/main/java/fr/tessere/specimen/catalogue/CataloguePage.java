package fr.tessere.specimen.catalogue;

import java.util.List;

/** The catalogue for people: the page {@code src/main/docs/catalogue.md}, written from the tables and never by hand. */
public final class CataloguePage {
    private static final String HEAD = """
            # The catalogue of chips
            Every chip that a reader may meet and must tell apart, one row a case: %d rows, of which %d are made and tried. Each is made on demand:

            ```
            src/main/bin/tessere specimen catalogue [FAMILY]                      # the rows
            src/main/bin/tessere specimen make ID --out FILE [--trust FOLDER]     # one chip, and what a verifier trusts
            src/main/bin/tessere specimen serve FILE --pcsc                       # laid on a reader
            ```

            *Tests* are those of BSI TR-03105 part 5.1, version 1.5 (LDS_H among them); *9303* names part and section of ICAO Doc 9303. *Seen by* says who finds out
            on the way from chip to tokens: our `reader` beside the card, or the `server`. Two kinds of row are about files in somebody's hand:
            `files` are given to an officer's `verify`, and to the server by another reader, which sends them as they lie; `verify` is the officer alone, and
            the row says why. Each of these is also a chip that somebody signs in with, and says what that comes to. A row that is accepted ends in tokens; one that is flagged
            too, with that weakness in its evidence. A chip without the fault is accepted each time, whatever it is made from. A
            row that is left out says why, and where there is a test of another kind, names it.
            The run: `mvn verify -pl src/test -am -Dtest=CatalogueTest -Dsurefire.failIfNoSpecifiedTests=false`.

            This page is written by `src/main/bin/tessere specimen catalogue --markdown > src/main/docs/catalogue.md` from the tables in
            [src/test/resources/catalogue](../../test/resources/catalogue/iso7816-a.csv); a test holds it to them.
            """;

    private CataloguePage() {}

    /** The whole page. */
    public static String text() {
        long made = Cases.all().stream().filter(Case::canBeMade).count();
        StringBuilder page = new StringBuilder(HEAD.formatted(Cases.all().size(), made));
        page.append(
                "\n| family | rows | accepted | flagged | refused | left out |\n| --- | --- | --- | --- | --- | --- |\n");
        for (Family family : Family.values()) {
            page.append("| %s: %s |".formatted(family.name(), family.title()));
            page.append(" %d |".formatted(Cases.of(family).size()));
            for (Expected.Outcome outcome : List.of(
                    Expected.Outcome.ACCEPT,
                    Expected.Outcome.FLAG,
                    Expected.Outcome.REFUSE,
                    Expected.Outcome.LEFT_OUT)) {
                page.append(" %d |".formatted(count(family, outcome)));
            }
            page.append('\n');
        }
        for (Family family : Family.values()) {
            table(family, page);
        }
        return page.toString();
    }

    private static long count(Family family, Expected.Outcome outcome) {
        return Cases.of(family).stream()
                .filter(row -> row.expected().outcome() == outcome)
                .count();
    }

    private static void table(Family family, StringBuilder page) {
        if (Cases.of(family).isEmpty()) {
            return;
        }
        page.append("\n## %s: %s\n".formatted(family.name(), family.title()));
        page.append(
                "| id | tests | 9303 | what is wrong | must be | seen by |\n| --- | --- | --- | --- | --- | --- |\n");
        for (Case row : Cases.of(family)) {
            String note = row.note().isEmpty() ? "" : ". *%s.*".formatted(row.note());
            page.append("| %s | %s | %s | %s%s | %s | %s |\n"
                    .formatted(
                            row.id(),
                            String.join(" ", row.tests()),
                            row.section(),
                            row.wrong(),
                            note,
                            row.expected(),
                            row.seen()));
        }
    }
}
