package fr.tessere.reader.script;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.InvalidMessageException;
import fr.tessere.protocol.reading.Limits;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.reader.access.RemotePace;
import fr.tessere.reader.access.SecureChannel;
import fr.tessere.reader.card.Answers;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays a server's script, which {@link ScriptRules} have passed, on an opened chip. */
final class ScriptPlayer {
    private final CardChannel channel;
    private final SecureChannel secure;
    private final @Nullable RemotePace remote;

    ScriptPlayer(CardChannel channel, SecureChannel secure, @Nullable RemotePace remote) {
        this.channel = channel;
        this.secure = secure;
        this.remote = remote;
    }

    /** Plays the commands in order and stops behind the first answer that is neither 9000 nor a warning. */
    ChipAnswers play(ChipScript script, ProgressListener listener) throws ReadingException {
        List<Bytes> answers = new ArrayList<>();
        int count = script.commands().size();
        for (ScriptCommand command : script.commands()) {
            listener.at(ReadingStep.SCRIPT, (double) answers.size() / count);
            ResponseApdu answer = play(command);
            answers.add(answer.encode());
            if (!answer.status().isOkOrWarning()) {
                break;
            }
        }
        listener.at(ReadingStep.SCRIPT, 1.0);
        try {
            return new ChipAnswers(Limits.VERSION, script.round(), answers);
        } catch (InvalidMessageException refused) {
            throw new ReadingException(RefusalCode.CHIP_FAILED, String.valueOf(refused.getMessage()));
        }
    }

    private ResponseApdu play(ScriptCommand command) throws ReadingException {
        return switch (command.wrapping()) {
            case READER -> secure.send(CommandApdu.parse(command.apdu()));
            case SERVER, PLAIN -> Answers.read(channel.transmit(command.apdu()));
            case PASSWORD -> remotePace().begin(CommandApdu.parse(command.apdu()));
            case NONCE -> remotePace().nonce(CommandApdu.parse(command.apdu()));
        };
    }

    private RemotePace remotePace() throws ReadingException {
        if (remote == null) {
            throw new ReadingException(RefusalCode.SERVER_REPLY_MALFORMED, "no PACE of the server was begun");
        }
        return remote;
    }
}
