package fr.tessere.verification;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.reading.AccessProtocol;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.Limits;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A reader in the same process: it takes the first files from the document, and plays scripts on a chip that needs no
 * access protocol. Attackers are made from it.
 */
class ReaderAtHand {
    private static final Bytes SELECT = Bytes.ofHex("00A4040C07A0000002471001");

    private final SpecimenDocument document;
    private final SoftwareChip chip;
    private final PaceAtHand pace;
    private final int largestAnswer;
    private final Map<FileId, Integer> lengths = new EnumMap<>(FileId.class);
    int scripts;

    ReaderAtHand(SpecimenDocument document) {
        this(document, 256);
    }

    ReaderAtHand(SpecimenDocument document, int largestAnswer) {
        this.document = document;
        this.largestAnswer = largestAnswer;
        chip = new SoftwareChip(document.contents().withAccess(Set.of()));
        chip.transmit(SELECT);
        pace = new PaceAtHand(document.contents());
        for (FileId file : List.of(FileId.DG1, FileId.DG11)) {
            document.file(file).ifPresent(raw -> lengths.put(file, length(raw)));
        }
    }

    ReaderAtHand claimingLength(FileId file, int length) {
        lengths.put(file, length);
        return this;
    }

    UnverifiedFiles files() {
        return filesWithout(Set.of());
    }

    UnverifiedFiles filesWithout(Set<FileId> left) {
        Map<FileId, Bytes> files = new EnumMap<>(FileId.class);
        for (FileId file : List.of(FileId.SOD, FileId.DG14, FileId.DG15, FileId.CARD_ACCESS, FileId.CARD_SECURITY)) {
            if (!left.contains(file)) {
                document.file(file).ifPresent(raw -> files.put(file, raw));
            }
        }
        return new UnverifiedFiles(Limits.VERSION, AccessProtocol.PACE, files, lengths, largestAnswer);
    }

    ChipAnswers play(ChipScript script) {
        scripts++;
        if (script.reopen()) {
            chip.reset();
            chip.transmit(SELECT);
        }
        List<Bytes> answers = new ArrayList<>();
        for (ScriptCommand command : script.commands()) {
            Bytes answer = transmit(command);
            answers.add(answer);
            if (!ResponseApdu.parse(answer).status().isOkOrWarning()) {
                break;
            }
        }
        return new ChipAnswers(Limits.VERSION, script.round(), answers);
    }

    /** What attackers overrule. */
    Bytes transmit(ScriptCommand command) {
        return switch (command.wrapping()) {
            case PASSWORD, NONCE, PLAIN -> pace.transmit(command);
            case READER -> chip.transmit(command.apdu());
            case SERVER -> pace.isUnderWay() ? pace.transmit(command) : chip.transmit(command.apdu());
        };
    }

    private static int length(Bytes raw) {
        try {
            return (int) StrictTlv.declaredLength(raw);
        } catch (TlvException bad) {
            throw new IllegalStateException(bad);
        }
    }
}
