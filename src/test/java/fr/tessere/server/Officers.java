package fr.tessere.server;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two officers who agree: the first proposes, the second confirms. */
public final class Officers {
    private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([0-9a-f-]{36})\"");

    private final StaffBrowser first;
    private final StaffBrowser second;

    Officers(StaffBrowser first, StaffBrowser second) {
        this.first = first;
        this.second = second;
    }

    /** The one who proposes. */
    public StaffBrowser first() {
        return first;
    }

    /** The one who confirms. */
    public StaffBrowser second() {
        return second;
    }

    /** A form of the first, confirmed by the second; the answer to the confirmation, or to a form that was refused. */
    public Page agree(String form, Map<String, String> fields) {
        Page proposed = first.send(form, fields);
        return proposed.status() == 200 ? second.send("proposals/confirm", Map.of("id", newest(second))) : proposed;
    }

    /** A file of the first, brought by the second too. */
    public Page agree(String form, Map<String, String> fields, byte[] file) {
        Page proposed = first.upload(form, fields, file);
        return proposed.status() == 200 ? second.upload(form, fields, file) : proposed;
    }

    /** The proposal that was made last, of those that wait. */
    public static String newest(StaffBrowser officer) {
        Matcher ids = ID.matcher(officer.open("proposals").body());
        List<String> all = ids.results().map(found -> found.group(1)).toList();
        if (all.isEmpty()) {
            throw new AssertionError("nothing is proposed");
        }
        return all.get(all.size() - 1);
    }
}
