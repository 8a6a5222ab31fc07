package fr.tessere.keycloak.reading;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.Channel;
import fr.tessere.protocol.reading.RefusalCode;
import java.util.Optional;

/**
 * How far a reading has come.
 *
 * @param stage the last thing that happened
 * @param handle the handle that was opened
 * @param channel where its reader stands
 * @param round number of the script that is out, 0 before the first
 * @param sealed at {@code CHALLENGED} the pending reading, at {@code VERIFIED} the result; else empty
 * @param refusal at {@code REFUSED} the cause
 */
public record Progress(
        Stage stage, String handle, Channel channel, int round, Bytes sealed, Optional<RefusalCode> refusal) {

    /** What happened last. */
    public enum Stage {
        OPENED,
        CHALLENGED,
        VERIFIED,
        REFUSED
    }

    static Progress opened(String handle, Channel channel) {
        return new Progress(Stage.OPENED, handle, channel, 0, Bytes.EMPTY, Optional.empty());
    }

    Progress challenged(int script, Bytes pending) {
        return new Progress(Stage.CHALLENGED, handle, channel, script, pending, Optional.empty());
    }

    Progress verified(Bytes result) {
        return new Progress(Stage.VERIFIED, handle, channel, round, result, Optional.empty());
    }

    /** Ended without a result. */
    public Progress refused(RefusalCode code) {
        return new Progress(Stage.REFUSED, handle, channel, round, Bytes.EMPTY, Optional.of(code));
    }
}
