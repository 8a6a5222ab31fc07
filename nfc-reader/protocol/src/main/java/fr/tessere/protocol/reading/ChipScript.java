package fr.tessere.protocol.reading;

import java.util.List;

/**
 * Commands that the reader plays on the chip in this order, stopping behind the first answer whose status is neither
 * 9000 nor a warning (61xx to 63xx).
 *
 * @param version {@link Limits#VERSION}
 * @param round number of this script in the reading, from 1
 * @param reopen true if the chip must be reset and opened again with the access key first
 * @param commands 1 to {@link Limits#COMMANDS} commands
 */
public record ChipScript(int version, int round, boolean reopen, List<ScriptCommand> commands) implements ServerReply {
    public ChipScript {
        InvalidMessageException.requireVersion(version);
        InvalidMessageException.require(round >= 1 && round <= Limits.ROUNDS, "round is 1 to " + Limits.ROUNDS);
        InvalidMessageException.require(!commands.isEmpty(), "a script has commands");
        InvalidMessageException.requireAtMost(Limits.COMMANDS, commands.size(), "commands");
        commands = List.copyOf(commands);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.script(this);
    }
}
