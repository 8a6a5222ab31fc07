package fr.tessere.protocol.reading;

import fr.tessere.protocol.bytes.Bytes;
import java.util.List;

/**
 * The chip's answers to one script, as far as it was played: hostile bytes.
 *
 * @param version {@link Limits#VERSION}
 * @param round number of the script that was played
 * @param answers one a command played, data and status word, each 2 to {@link Limits#APDU} bytes
 */
public record ChipAnswers(int version, int round, List<Bytes> answers) {
    public ChipAnswers {
        InvalidMessageException.requireVersion(version);
        InvalidMessageException.require(round >= 1 && round <= Limits.ROUNDS, "round is 1 to " + Limits.ROUNDS);
        InvalidMessageException.require(!answers.isEmpty(), "at least one answer");
        InvalidMessageException.requireAtMost(Limits.COMMANDS, answers.size(), "answers");
        int all = 0;
        for (Bytes answer : answers) {
            InvalidMessageException.require(answer.length() >= 2, "an answer has at least 2 bytes");
            InvalidMessageException.requireAtMost(Limits.APDU, answer.length(), "bytes of an answer");
            all += answer.length();
        }
        InvalidMessageException.requireAtMost(Limits.APDUS, all, "bytes of all answers");
        answers = List.copyOf(answers);
    }
}
