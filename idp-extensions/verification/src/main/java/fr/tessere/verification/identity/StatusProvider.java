package fr.tessere.verification.identity;

import fr.tessere.verification.evidence.StatusReport;
import java.time.Instant;
import java.util.Optional;

/** A source of what became of documents: a table, an authority's lookup. */
@FunctionalInterface
public interface StatusProvider {
    /**
     * What it knows. A source that does not answer reports {@code unavailable}; what it throws counts as the same.
     *
     * @param question which document
     * @param at now
     * @return empty if documents like this one are not its affair
     */
    Optional<StatusReport> statusOf(StatusQuestion question, Instant at);
}
