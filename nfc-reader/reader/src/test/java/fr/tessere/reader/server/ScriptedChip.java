package fr.tessere.reader.server;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.AccessProtocol;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.CardCost;
import fr.tessere.reader.card.CardLostException;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.script.OpenedChip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An opened chip that does as it was told, may slip from the reader, and keeps what was asked of it. */
public final class ScriptedChip implements OpenedChip, CardChannel {
    private final List<String> done = new ArrayList<>();
    private int lossesInFiles;
    private int lossesInPlay;

    public ScriptedChip losingFiles(int times) {
        lossesInFiles = times;
        return this;
    }

    public ScriptedChip losingScripts(int times) {
        lossesInPlay = times;
        return this;
    }

    public List<String> done() {
        return done;
    }

    @Override
    public UnverifiedFiles readFiles(Set<FileId> wanted) throws ReadingException {
        done.add("files " + wanted);
        if (lossesInFiles-- > 0) {
            throw new CardLostException("slipped");
        }
        return new UnverifiedFiles(
                1, AccessProtocol.PACE, Map.of(FileId.SOD, Bytes.ofHex("7700")), Map.of(FileId.DG1, 95), 256);
    }

    @Override
    public ChipAnswers play(ChipScript script) throws ReadingException {
        done.add("play " + script.round() + (script.reopen() ? " reopened" : ""));
        if (lossesInPlay-- > 0) {
            throw new CardLostException("slipped");
        }
        return new ChipAnswers(1, script.round(), List.of(Bytes.ofHex("9000")));
    }

    @Override
    public CardCost cost() {
        return new CardCost(17, 900, 3_000);
    }

    @Override
    public Bytes transmit(Bytes command) throws ReadingException {
        throw new ReadingException(RefusalCode.CHIP_FAILED, "not for this test");
    }

    @Override
    public void reset() {
        done.add("reset");
    }

    @Override
    public int largestAnswer() {
        return 256;
    }

    @Override
    public void close() {
        done.add("close");
    }
}
