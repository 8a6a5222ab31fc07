package fr.tessere.specimen.catalogue;

import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.util.List;

/**
 * One row of the catalogue: a chip, good or bad, and what must come of it.
 *
 * @param family the table that it stands in
 * @param id its name, for {@code tessere specimen make}
 * @param tests ids of BSI TR-03105 part 5.1, none if it is of our own
 * @param section of ICAO Doc 9303, part and section
 * @param base the honest specimen that it is made from
 * @param wrong what is wrong, for people
 * @param made fault words, in the order in which they are applied
 * @param expected what must come of it
 * @param seen who finds out
 * @param note why it is left out, why no sign-in sees it, or why we decide otherwise than the test asks; often empty
 */
public record Case(
        Family family,
        String id,
        List<String> tests,
        String section,
        String base,
        String wrong,
        List<FaultWord> made,
        Expected expected,
        Seen seen,
        String note) {
    public Case {
        tests = List.copyOf(tests);
        made = List.copyOf(made);
        boolean leftOut = expected.outcome() == Expected.Outcome.LEFT_OUT;
        require(id.matches("[a-z0-9-]+"), id, "an id has lower-case letters, digits and hyphens");
        require(leftOut == seen.equals(Seen.NOBODY), id, "seen by somebody, unless it is left out");
        require(!leftOut || !note.isEmpty(), id, "what is left out says why");
        require(!seen.isInHand() || !note.isEmpty(), id, "what a sign-in does not see says why");
        require(!wrong.isEmpty(), id, "what is wrong is said in words");
        require(leftOut || Specimens.profiles().contains(base), id, "no honest specimen is called " + base);
    }

    private static void require(boolean holds, String id, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(id + ": " + rule);
        }
    }

    /** True if there is such a chip. */
    public boolean canBeMade() {
        return expected.outcome() != Expected.Outcome.LEFT_OUT;
    }

    /** True if the fault lies in what a verifier trusts, or its cure does. */
    public boolean changesTrust() {
        return made.stream().anyMatch(TrustFaults::isOne);
    }

    /** The document. */
    public SpecimenDocument make() {
        if (!canBeMade()) {
            throw new IllegalArgumentException(id + " is left out: " + note);
        }
        SpecimenDocument document = Specimens.load(base);
        for (FaultWord word : made) {
            document = Faults.in(document, word);
        }
        return document;
    }

    /** What a verifier trusts when it meets the document. */
    public TrustFiles trust() {
        TrustFiles files = TrustFiles.usual();
        for (FaultWord word : made) {
            files = TrustFaults.in(files, word);
        }
        return files;
    }
}
