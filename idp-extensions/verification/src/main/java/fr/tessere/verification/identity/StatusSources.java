package fr.tessere.verification.identity;

import fr.tessere.verification.evidence.DocumentStatus;
import fr.tessere.verification.evidence.StatusReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Several sources as one: the worst news counts, and what did not answer is never outvoted by what knows nothing bad. */
public final class StatusSources {
    private final List<StatusProvider> sources;

    public StatusSources(List<StatusProvider> sources) {
        this.sources = List.copyOf(sources);
    }

    /** What is known of the document; {@code unavailable} if no source is responsible for it. */
    public StatusReport statusOf(StatusQuestion question, Instant at) {
        return sources.stream()
                .flatMap(source -> ask(source, question, at).stream())
                .reduce(StatusReport::orWorse)
                .orElseGet(() -> StatusReport.notAsked(at));
    }

    private static Optional<StatusReport> ask(StatusProvider source, StatusQuestion question, Instant at) {
        try {
            return source.statusOf(question, at);
        } catch (RuntimeException accident) {
            return Optional.of(new StatusReport(
                    DocumentStatus.UNAVAILABLE, accident.getClass().getSimpleName(), at));
        }
    }
}
