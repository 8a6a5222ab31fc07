package fr.tessere.audit.alert;

import fr.tessere.audit.receipt.Entry;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one rule remembers: of each subject, what was seen within its time. An alarm is raised when the threshold is reached, and again
 * each time the number has doubled; it is armed again when the number has fallen below.
 */
final class Window {
    /** Subjects remembered; the one that was not seen for the longest time goes first. */
    private static final int SUBJECTS = 100_000;
    /** Entries remembered of one subject. */
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

    private final class Group {
        private final Deque<Seen> seen = new ArrayDeque<>();
        /** The number at which there was an alarm; 0 if it is armed. */
        private long raised;

        void take(Seen one) {
            seen.add(one);
            Instant oldest =
                    one.at().minus(rule.kind().isSudden() ? rule.within().multipliedBy(2) : rule.within());
            while (seen.size() > ENTRIES || seen.element().at().isBefore(oldest)) {
                seen.remove();
            }
        }

        Optional<Alarm> alarm(String subject) {
            Instant last = seen.getLast().at();
            Instant begin = last.minus(rule.within());
            List<Seen> recent =
                    seen.stream().filter(one -> !one.at().isBefore(begin)).toList();
            long count = recent.stream().map(Seen::counted).distinct().count();
            if (count < rule.threshold()) {
                raised = 0;
                return Optional.empty();
            }
            long before = seen.size() - recent.size();
            if (count < 2 * raised || rule.kind().isSudden() && before * SUDDEN > count) {
                return Optional.empty();
            }
            raised = count;
            return Optional.of(new Alarm(
                    rule.kind(),
                    subject,
                    recent.get(0).at(),
                    last,
                    (int) count,
                    recent.stream().map(Seen::id).toList()));
        }
    }
}
