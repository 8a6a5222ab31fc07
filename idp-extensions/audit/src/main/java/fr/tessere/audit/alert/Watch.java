package fr.tessere.audit.alert;

import fr.tessere.audit.receipt.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Looks at one entry after the other, by all rules that are on. Its time is that of the entries. */
public final class Watch {
    private final List<Window> windows = new ArrayList<>();

    public Watch(Collection<Rule> rules) {
        rules.stream().filter(Rule::on).forEach(rule -> windows.add(new Window(rule)));
    }

    /** What this entry brings to light. */
    public List<Alarm> see(Entry entry) {
        List<Alarm> alarms = new ArrayList<>();
        windows.forEach(window -> window.see(entry).ifPresent(alarms::add));
        return alarms;
    }
}
