package fr.tessere.attack;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.ChipAnswers;
import java.util.List;

/** Answers that no chip gave. */
final class Answers {
    private Answers() {}

    /** One answer, status 9000, to the script of this round. */
    static ChipAnswers any(int round) {
        return new ChipAnswers(1, round, List.of(Bytes.ofHex("9000")));
    }
}
