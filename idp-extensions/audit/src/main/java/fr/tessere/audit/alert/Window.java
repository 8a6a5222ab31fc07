package fr.tessere.audit.alert;

import fr.tessere.audit.receipt.Entry;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one rule remembers: of each subject, what was seen within its time. An alarm is raised when the threshold is reached, and again
 * each time the number has doubled; it is armed again when the number has fallen below, or when nothing of it was left.
 */
final class Window {
    /** Subjects remembered; the one that was not seen for the longest time goes first. */
    private static final int SUBJECTS = 100_000;
    /** Entries remembered of one subject as recent, and of the time before. */
    private static final int ENTRIES = 20_000;
    /** How much more often is sudden. */
    private static final int SUDDEN = 5;

    private final Rule rule;
    private final Map<String, Group> groups = new LinkedHashMap<>(16, 0.75f, true);

    Window(Rule rule) {
        this.rule = rule;
    }

    Optional<Alarm> see(Entry entry) {
        Optional<String> subject = rule.kind().subject(entry);
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        Group group = groups.computeIfAbsent(subject.get(), name -> new Group());
        if (groups.size() > SUBJECTS) {
            groups.remove(groups.keySet().iterator().next());
        }
        group.take(new Seen(entry.at(), entry.id().text(), rule.kind().counted(entry)));
        return group.alarm(subject.get());
    }

    private record Seen(Instant at, String id, String counted) {}

    /** Of one subject; what each entry costs does not grow with what is remembered. */
    private final class Group {
        private final Deque<Seen> recent = new ArrayDeque<>();
        /** How often each counted value stands in what is recent. */
        private final Map<String, Integer> counted = new HashMap<>();
        /** What was recent in the same time before; only a sudden rise is compared with it. */
        private final Deque<Instant> before = new ArrayDeque<>();
        /** The number at which there was an alarm; 0 if it is armed. */
        private long raised;

        /** What comes alone, behind a time in which there was nothing, is news: a threshold of 1 is never fallen below. */
        void take(Seen one) {
            Instant begin = one.at().minus(rule.within());
            while (recent.size() >= ENTRIES
                    || !recent.isEmpty() && recent.element().at().isBefore(begin)) {
                Seen old = recent.remove();
                counted.computeIfPresent(old.counted(), (value, times) -> times > 1 ? times - 1 : null);
                if (rule.kind().isSudden()) {
                    before.add(old.at());
                }
            }
            if (recent.isEmpty()) {
                raised = 0;
            }
            recent.add(one);
            counted.merge(one.counted(), 1, Integer::sum);
            Instant oldest = begin.minus(rule.within());
            while (before.size() > ENTRIES
                    || !before.isEmpty() && before.element().isBefore(oldest)) {
                before.remove();
            }
        }

        Optional<Alarm> alarm(String subject) {
            int count = counted.size();
            if (count < rule.threshold()) {
                raised = 0;
                return Optional.empty();
            }
            if (count < 2 * raised || (long) before.size() * SUDDEN > count) {
                return Optional.empty();
            }
            raised = count;
            return Optional.of(new Alarm(
                    rule.kind(),
                    subject,
                    recent.getFirst().at(),
                    recent.getLast().at(),
                    count,
                    recent.stream().map(Seen::id).toList()));
        }
    }
}
