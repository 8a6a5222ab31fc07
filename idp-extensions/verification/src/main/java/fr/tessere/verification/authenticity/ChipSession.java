package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.verification.evidence.RefusedException;
import java.util.List;

/** One attempt to prove a chip and read its files, by a script that a reader plays. */
public sealed interface ChipSession permits ChipAuthentication, ActiveAuthentication, PaceStep, PlainReading {

    /** Most file bytes that one answer can bring, when answers have at most this many bytes. */
    int block(int largestAnswer);

    /** The commands that prove the chip and read the files of the plan. */
    List<ScriptCommand> script(ReadPlan plan, int largestAnswer);

    /** What the answers show; refuses what no original chip answers. */
    ChipReading read(ReadPlan plan, List<Bytes> answers) throws RefusedException;

    /** False if the script brings its own way in, so that the reader's channel is not needed for it. */
    default boolean isInReadersChannel() {
        return true;
    }

    /** What must be kept until the answers come: secret, to be sealed. */
    Bytes state();
}
