package fr.tessere.protocol.reading;

import fr.tessere.protocol.card.FileId;
import java.util.List;
import java.util.Set;

/**
 * What the citizen must know before the card is read, and which files the server will want.
 *
 * @param version {@link Limits#VERSION}
 * @param service name of the service that asks, 1 to 200 characters
 * @param claims words of what the service asks for, for example {@code family-name}; see the bundle {@code claims}
 * @param level level of assurance asked for, {@code eidas1} to {@code eidas3}
 * @param comparisonCode short code that the browser shows too
 * @param channel where the reader stands
 * @param secondsLeft seconds until the reading is over
 * @param files data groups whose lengths the server wants to know
 */
public record OpenedReading(
        int version,
        String service,
        List<String> claims,
        String level,
        String comparisonCode,
        Channel channel,
        long secondsLeft,
        Set<FileId> files)
        implements ServerReply {
    public OpenedReading {
        InvalidMessageException.requireVersion(version);
        InvalidMessageException.requireAtMost(Limits.TEXT, service.length(), "characters in service");
        InvalidMessageException.requireAtMost(Limits.TEXT, claims.size(), "claims");
        InvalidMessageException.require(level.matches("eidas[123]"), "level is eidas1, eidas2 or eidas3");
        claims = List.copyOf(claims);
        files = Set.copyOf(files);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.opened(this);
    }
}
