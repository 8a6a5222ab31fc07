package fr.tessere.server;

import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.script.OpenedChip;
import fr.tessere.specimen.document.SpecimenDocument;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One reading up to its last answer, played by somebody who may change every message.
 *
 * @param wire what went over the network
 * @param files what was sent as read from the chip
 * @param answers what the chip answered to the last script, if one came
 * @param last the server's last answer
 */
public record Played(Wire wire, UnverifiedFiles files, java.util.Optional<ChipAnswers> answers, Answer last) {

    /** The whole reading of this document, unchanged. */
    public static Played honestly(URI reading, SpecimenDocument document) throws ReadingException {
        return changing(reading, document, files -> files);
    }

    /** The whole reading of this document, with other files than the chip's. */
    public static Played changing(URI reading, SpecimenDocument document, UnaryOperator<UnverifiedFiles> change)
            throws ReadingException {
        try (SpecimenCard card = SpecimenCard.overTcp(document)) {
            return with(reading, card, change);
        }
    }

    /** The whole reading of a document that lies on a reader already, with other files than the chip's. */
    public static Played with(URI reading, SpecimenCard card, UnaryOperator<UnverifiedFiles> change)
            throws ReadingException {
        Wire wire = new Wire(reading);
        Answer answer = wire.open();
        if (answer.status() != 200) {
            throw new AssertionError("the reading did not open: " + answer.body());
        }
        card.channel().reset();
        OpenedChip chip = card.open(card.channel());
        UnverifiedFiles files = change.apply(chip.readFiles(Set.of(FileId.DG1)));
        answer = wire.chip(files);
        java.util.Optional<ChipAnswers> answers = java.util.Optional.empty();
        while (answer.type().equals("script")) {
            answers = java.util.Optional.of(chip.play(answer.script()));
            answer = wire.proof(answers.get());
        }
        return new Played(wire, files, answers, answer);
    }

    /** The same files without one. */
    public static UnverifiedFiles without(FileId file, UnverifiedFiles files) {
        Map<FileId, fr.tessere.protocol.bytes.Bytes> fewer = new HashMap<>(files.files());
        fewer.remove(file);
        return new UnverifiedFiles(files.version(), files.access(), fewer, files.lengths(), files.largestAnswer());
    }

    /** The same files with one in place of the chip's. */
    public static UnverifiedFiles with(FileId file, fr.tessere.protocol.bytes.Bytes bytes, UnverifiedFiles files) {
        Map<FileId, fr.tessere.protocol.bytes.Bytes> other = new HashMap<>(files.files());
        other.put(file, bytes);
        return new UnverifiedFiles(files.version(), files.access(), other, files.lengths(), files.largestAnswer());
    }
}
