package fr.tessere.protocol.reading;

/**
 * The server heard of a {@link Trouble}. The reading stands where it stood.
 *
 * @param version {@link Limits#VERSION}
 */
public record Noted(int version) implements ServerReply {
    public Noted {
        InvalidMessageException.requireVersion(version);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.noted(this);
    }
}
