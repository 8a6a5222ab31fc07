package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.protocol.reading.ScriptCommand.Wrapping;
import fr.tessere.verification.evidence.RefusedException;
import java.util.List;

/** Reads a document without clone protection: the data is genuine if its digest is signed, the chip may be a copy. */
public final class PlainReading implements ChipSession {
    private static final int LARGEST_BLOCK_LENGTH = 16;

    @Override
    public int block(int largestAnswer) {
        return blockInReadersChannel(largestAnswer);
    }

    @Override
    public List<ScriptCommand> script(ReadPlan plan, int largestAnswer) {
        return commands(plan);
    }

    @Override
    public ChipReading read(ReadPlan plan, List<Bytes> answers) throws RefusedException {
        List<ResponseApdu> plain = Answers.parse(answers, plan.blocks().size());
        return ChipReading.unproven(FilesRead.of(plan, plain));
    }

    @Override
    public Bytes state() {
        return Bytes.EMPTY;
    }

    /** The reader's channel is AES or Triple-DES; AES leaves less room. */
    static int blockInReadersChannel(int largestAnswer) {
        return SecureChannel.payload(largestAnswer, LARGEST_BLOCK_LENGTH);
    }

    static List<ScriptCommand> commands(ReadPlan plan) {
        return plan.blocks().stream()
                .map(block -> new ScriptCommand(Wrapping.READER, block.command().encode()))
                .toList();
    }
}
