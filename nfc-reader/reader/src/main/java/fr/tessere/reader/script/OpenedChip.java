package fr.tessere.reader.script;

import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.reader.card.CardCost;
import fr.tessere.reader.card.ReadingException;
import java.util.Set;

/** A chip that let us in. */
public interface OpenedChip {

    /**
     * Reads EF.SOD, DG14 and DG15 where EF.SOD lists them, and the lengths of the wanted data groups that the chip has.
     *
     * @throws ReadingException {@code chip-lost}, {@code chip-failed}
     */
    UnverifiedFiles readFiles(Set<FileId> wanted) throws ReadingException;

    /**
     * Plays a server's script, opening the chip again first if it says so.
     *
     * @throws ReadingException {@code chip-lost}, {@code chip-failed}, and what opening throws
     */
    ChipAnswers play(ChipScript script) throws ReadingException;

    /** What it cost so far. */
    CardCost cost();
}
