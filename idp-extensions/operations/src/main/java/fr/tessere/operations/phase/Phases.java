package fr.tessere.operations.phase;

import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.tracing.TracingProvider;
import org.keycloak.tracing.TracingProviderUtil;

/** The calls of a reader in one request: each is a timer and, where Keycloak traces, a span inside the span of the request. */
public final class Phases {
    /** Our name among those who make spans. */
    private static final String TRACER = "fr.tessere.reading";

    private final TracingProvider tracing;

    public Phases(KeycloakSession session) {
        tracing = TracingProviderUtil.getTracingProvider(session);
    }

    /** Begins a phase, which ends when it is closed. */
    public Phase begin(String step) {
        Span span = tracing.startSpan(TRACER, step);
        span.setAttribute("tessere.step", step);
        return new Phase(step, span);
    }

    /** A phase under way. It counts as done unless it is said to be refused. */
    public final class Phase implements AutoCloseable {
        private final String step;
        private final Span span;
        private final long begun = System.nanoTime();
        private String outcome = "done";

        private Phase(String step, Span span) {
            this.step = step;
            this.span = span;
        }

        /** It ended with this refusal code. */
        public void refused(String code) {
            outcome = "refused";
            span.setAttribute("tessere.refusal", code);
        }

        @Override
        public void close() {
            Meters.step(step, outcome, Duration.ofNanos(System.nanoTime() - begun));
            tracing.endSpan();
        }
    }
}
