package fr.tessere.reader.page;

import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.access.AccessKey;
import fr.tessere.reader.access.CardAccessNumber;
import fr.tessere.reader.access.MrzKey;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.CardCost;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.script.ChipOffer;
import fr.tessere.reader.script.OpenedChip;
import fr.tessere.reader.script.ProgressListener;
import fr.tessere.reader.script.ReadingStep;
import fr.tessere.reader.server.ScriptedChip;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A desk with a chip on it that opens for the CAN 123456 and for one MRZ only. */
public final class ScriptedDesk implements CardDesk {
    private static final Set<AccessKey> PRINTED =
            Set.of(new CardAccessNumber("123456"), new MrzKey("SPC123456", "910713", "350302"));

    private final ScriptedChip chip = new ScriptedChip();
    private boolean reader = true;

    public ScriptedDesk withoutReader() {
        reader = false;
        return this;
    }

    public ScriptedChip chip() {
        return chip;
    }

    @Override
    public void requireReader() throws ReadingException {
        if (!reader) {
            throw new ReadingException(RefusalCode.READER_MISSING, "none");
        }
    }

    @Override
    public CardChannel connect() {
        return chip;
    }

    @Override
    public OpenedChip open(CardChannel channel, AccessKey key, ProgressListener listener) throws ReadingException {
        listener.at(ReadingStep.ACCESS, 0);
        if (!PRINTED.contains(key)) {
            throw new ReadingException(key.refusalWhenWrong(), "not that one");
        }
        listener.at(ReadingStep.SCRIPT, 0.5);
        return chip;
    }

    @Override
    public ChipOffer inspect(CardChannel channel, Optional<AccessKey> key, ProgressListener listener) {
        return new ChipOffer(
                List.of("PACE-ECDH-GM-AES-CBC-CMAC-128 brainpoolP256r1"),
                key.map(opened -> new ChipOffer.Insight(
                        "PACE-ECDH-GM-AES-CBC-CMAC-128 brainpoolP256r1",
                        Set.of(FileId.DG1, FileId.DG2, FileId.DG14),
                        List.of("CA-ECDH-AES-CBC-CMAC-128 brainpoolP256r1"),
                        Optional.empty(),
                        256)),
                new CardCost(9, 300, 2_100));
    }
}
