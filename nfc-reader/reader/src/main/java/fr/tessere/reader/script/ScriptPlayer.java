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
import fr.tessere.protocol.reading.ScriptCommand.Wrapping;
import fr.tessere.reader.access.SecureChannel;
import fr.tessere.reader.card.Answers;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Plays a server's script on an opened chip. Only commands that prove or read are played, whatever a server sends. */
final class ScriptPlayer {
    /** MANAGE SECURITY ENVIRONMENT, GENERAL AUTHENTICATE, INTERNAL AUTHENTICATE, SELECT, READ BINARY (two forms). */
    private static final Set<Integer> INSTRUCTIONS = Set.of(0x22, 0x86, 0x88, 0xA4, 0xB0, 0xB1);

    private final CardChannel channel;
    private final SecureChannel secure;

    ScriptPlayer(CardChannel channel, SecureChannel secure) {
        this.channel = channel;
        this.secure = secure;
    }

    /** Refuses, before the first command, a script that no honest server sends: {@code server-reply-malformed}. */
    static void requirePlayable(ChipScript script) throws ReadingException {
        for (ScriptCommand command : script.commands()) {
            if (command.wrapping() != Wrapping.READER && command.wrapping() != Wrapping.SERVER) {
                throw new ReadingException(
                        RefusalCode.SERVER_REPLY_MALFORMED, "a PACE of the server is not spoken here");
            }
            int instruction = parse(command).ins();
            if (!INSTRUCTIONS.contains(instruction)) {
                throw new ReadingException(
                        RefusalCode.SERVER_REPLY_MALFORMED, "a script with instruction %02X".formatted(instruction));
            }
        }
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
        if (command.wrapping() == Wrapping.READER) {
            return secure.send(parse(command));
        }
        return Answers.read(channel.transmit(command.apdu()));
    }

    private static CommandApdu parse(ScriptCommand command) throws ReadingException {
        try {
            return CommandApdu.parse(command.apdu());
        } catch (RuntimeException refused) {
            throw new ReadingException(
                    RefusalCode.SERVER_REPLY_MALFORMED,
                    "a script with a command that is none ("
                            + refused.getClass().getSimpleName() + ")");
        }
    }
}
