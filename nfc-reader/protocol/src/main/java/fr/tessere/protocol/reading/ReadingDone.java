package fr.tessere.protocol.reading;

import java.util.Optional;

/**
 * The chip is proven. The reader never learns whose it is; the sign-in completes in the browser that began it.
 *
 * @param version {@link Limits#VERSION}
 * @param returnAddress address with a one-time code, to open in the browser of this machine; only on the channel
 *     {@code this-device}
 */
public record ReadingDone(int version, Optional<String> returnAddress) implements ServerReply {
    public ReadingDone {
        InvalidMessageException.requireVersion(version);
        returnAddress.ifPresent(address ->
                InvalidMessageException.requireAtMost(2_000, address.length(), "characters in returnAddress"));
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.done(this);
    }
}
