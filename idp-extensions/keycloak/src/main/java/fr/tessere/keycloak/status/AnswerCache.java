package fr.tessere.keycloak.status;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.StatusReport;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Answers of a lookup for a short while, at most {@value #MOST}; the oldest goes first. Safe for several threads. */
final class AnswerCache {
    static final int MOST = 10_000;

    private final Duration life;
    private final Map<Bytes, Kept> answers = new LinkedHashMap<>();

    AnswerCache(Duration life) {
        this.life = life;
    }

    synchronized Optional<StatusReport> find(Bytes digest, Instant at) {
        Kept kept = answers.get(digest);
        if (kept == null || at.isBefore(kept.at()) || !at.isBefore(kept.at().plus(life))) {
            answers.remove(digest);
            return Optional.empty();
        }
        return Optional.of(kept.report());
    }

    synchronized void keep(Bytes digest, StatusReport report, Instant at) {
        if (life.isZero()) {
            return;
        }
        answers.put(digest, new Kept(report, at));
        if (answers.size() > MOST) {
            answers.remove(answers.keySet().iterator().next());
        }
    }

    synchronized int size() {
        return answers.size();
    }

    private record Kept(StatusReport report, Instant at) {}
}
