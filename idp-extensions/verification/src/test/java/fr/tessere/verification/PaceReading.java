package fr.tessere.verification;

import static fr.tessere.verification.Door.REQUEST;
import static fr.tessere.verification.Door.TODAY;
import static fr.tessere.verification.Door.codeOf;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.protocol.reading.ScriptCommand.Wrapping;
import fr.tessere.specimen.document.SpecimenDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** One reading of a chip with Chip Authentication Mapping, step by step, with one thing changed. */
final class PaceReading {
    private final Door door;
    private final ReaderAtHand reader;

    PaceReading(Door door, SpecimenDocument document) {
        this.door = door;
        reader = new ReaderAtHand(document);
    }

    /** Changes one answer of one script of an otherwise honest reading. */
    RefusalCode afterChanging(int script, int answer, Change change) {
        NextScript next = door.begin(reader);
        for (int i = 0; i < script; i++) {
            next = next(next, reader.play(next.script()));
        }
        ChipAnswers honest = reader.play(next.script());
        List<Bytes> changed = new ArrayList<>(honest.answers().subList(0, answer + 1));
        Bytes other =
                change.of(honest.answers().get(answer), next.script().commands().get(answer));
        changed.set(answer, other);
        if (ResponseApdu.parse(other).status().isOkOrWarning()) {
            changed.addAll(honest.answers().subList(answer + 1, honest.answers().size()));
        }
        Step step = resume(next, new ChipAnswers(1, honest.round(), changed));
        while (step instanceof NextScript more) {
            step = resume(more, reader.play(more.script()));
        }
        return codeOf(step);
    }

    RefusalCode afterChanging(int script, int answer, UnaryOperator<Bytes> change) {
        return afterChanging(script, answer, (honest, command) -> change.apply(honest));
    }

    interface Change {
        Bytes of(Bytes honest, ScriptCommand command);
    }

    Step resume(NextScript pending, ChipAnswers answers) {
        return door.verification.resume(pending.pending(), answers, REQUEST, TODAY);
    }

    NextScript next(NextScript pending, ChipAnswers answers) {
        return resume(pending, answers).fold(script -> script, decided -> {
            throw new AssertionError(decided.verdict());
        });
    }

    static ChipAnswers answers(NextScript to, Bytes... answers) {
        return new ChipAnswers(1, to.script().round(), List.of(answers));
    }

    static List<Wrapping> wrappings(ChipScript script) {
        return script.commands().stream().map(ScriptCommand::wrapping).toList();
    }

    static ScriptCommand mappingCommand(NextScript first) {
        return first.script().commands().get(2);
    }

    static Bytes flipped(Bytes bytes, int at) {
        byte[] changed = bytes.toArray();
        changed[at] ^= 1;
        return Bytes.of(changed);
    }

    static Bytes retagged(Bytes answer, String right, String wrong) {
        String hex = answer.toHex();
        int at = hex.indexOf(right, 4);
        return Bytes.ofHex(hex.substring(0, at) + wrong + hex.substring(at + 2));
    }
}
