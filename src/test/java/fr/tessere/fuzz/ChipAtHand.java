package fr.tessere.fuzz;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.reading.AccessProtocol;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.Limits;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.specimen.chip.ChipContents;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An honest chip that needs no access protocol, so that a search can try it some hundred times a second. */
final class ChipAtHand {
    private static final Bytes SELECT = Bytes.ofHex("00A4040C07A0000002471001");

    private final SpecimenDocument document;
    private final SoftwareChip chip;

    ChipAtHand(SpecimenDocument document) {
        this.document = document;
        ChipContents all = document.contents();
        chip = new SoftwareChip(new ChipContents(
                all.files(),
                all.secrets(),
                Set.of(),
                all.chipAuthentication(),
                all.activeAuthentication(),
                all.settings()));
    }

    /** What a reader sends first. */
    Map<FileId, Bytes> files() {
        Map<FileId, Bytes> files = new EnumMap<>(FileId.class);
        for (FileId file : List.of(FileId.CARD_ACCESS, FileId.SOD, FileId.DG14, FileId.DG15)) {
            document.file(file).ifPresent(raw -> files.put(file, raw));
        }
        return files;
    }

    /** The message of it. */
    UnverifiedFiles message(Map<FileId, Bytes> files) {
        int length = document.fileOf(FileId.DG1).length();
        return new UnverifiedFiles(Limits.VERSION, AccessProtocol.PACE, files, Map.of(FileId.DG1, length), 256);
    }

    /** Plays a script as a reader does. */
    List<Bytes> play(ChipScript script) {
        chip.reset();
        chip.transmit(SELECT);
        List<Bytes> answers = new ArrayList<>();
        for (ScriptCommand command : script.commands()) {
            Bytes answer = chip.transmit(command.apdu());
            answers.add(answer);
            if (!ResponseApdu.parse(answer).status().isOkOrWarning()) {
                break;
            }
        }
        return answers;
    }

    /** The answers as a message. */
    static ChipAnswers message(int round, List<Bytes> answers) {
        return new ChipAnswers(Limits.VERSION, round, answers);
    }
}
