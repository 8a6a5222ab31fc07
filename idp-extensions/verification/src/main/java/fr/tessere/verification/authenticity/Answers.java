package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The chip's answers as a reader sends them: as many as commands, fewer only behind an error. */
final class Answers {
    private Answers() {}

    static List<ResponseApdu> parse(List<Bytes> raw, int commands) throws RefusedException {
        List<ResponseApdu> answers = new ArrayList<>();
        for (Bytes answer : raw) {
            answers.add(Guarded.parse(
                    RefusalCode.CHIP_ANSWER_MALFORMED, "an answer of the chip", () -> ResponseApdu.parse(answer)));
        }
        require(answers.size() <= commands, () -> "%d answers to %d commands".formatted(answers.size(), commands));
        for (int i = 0; i < answers.size(); i++) {
            boolean last = i == answers.size() - 1;
            require(answers.get(i).status().isOkOrWarning() || last, "answers behind an error");
        }
        require(
                answers.size() == commands
                        || !answers.get(answers.size() - 1).status().isOkOrWarning(),
                () -> "%d answers to %d commands, the last without error".formatted(answers.size(), commands));
        return answers;
    }

    private static void require(boolean holds, String detail) throws RefusedException {
        RefusedException.require(holds, RefusalCode.CHIP_ANSWER_MALFORMED, detail);
    }

    private static void require(boolean holds, Supplier<String> detail) throws RefusedException {
        RefusedException.require(holds, RefusalCode.CHIP_ANSWER_MALFORMED, detail);
    }
}
