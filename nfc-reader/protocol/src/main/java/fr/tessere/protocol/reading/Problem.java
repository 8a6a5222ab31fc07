package fr.tessere.protocol.reading;

/**
 * A refusal, by its code. What a person reads is found by the code in the bundle {@code refusals}.
 *
 * @param version {@link Limits#VERSION}
 * @param code the cause
 */
public record Problem(int version, RefusalCode code) implements ServerReply {
    public Problem {
        InvalidMessageException.requireVersion(version);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.problem(this);
    }
}
