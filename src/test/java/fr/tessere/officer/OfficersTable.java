package fr.tessere.officer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every address of the officers' pages, and what is sent there to find out who is let in. */
final class OfficersTable {
    /** A name that an entry could have, and none has. */
    static final String NO_ENTRY = "AAAAAAAAAAAAAAAAAAAAAA";

    /** What is looked at. */
    static final List<String> PAGES = List.of(
            "",
            "overview",
            "alerts",
            "proposals",
            "switches",
            "documents",
            "import",
            "trust",
            "trust?country=FR",
            "entries",
            "entries/" + NO_ENTRY,
            "entries/" + NO_ENTRY + "/again",
            "log",
            "log/export");

    /** Looking by a form: both roles do. */
    static final List<String> LOOKING = List.of("documents/search", "entries/export");

    /** Forms that change something or join what somebody did. */
    static final List<String> ACTING = List.of(
            "alerts/acknowledge",
            "alerts/rule",
            "proposals/confirm",
            "proposals/reject",
            "trust/confirm",
            "trust/withdraw",
            "switches/set",
            "switches/lift",
            "documents/report",
            "documents/lift",
            "import",
            "entries/document");

    /** All of them. */
    static final List<String> FORMS =
            Stream.concat(ACTING.stream(), LOOKING.stream()).toList();

    /** A form that would do something if it were let in. */
    static final Map<String, String> FIELDS = Map.of(
            "kind",
            "country",
            "value",
            "ZZZ",
            "reason",
            "nobody may see this",
            "state",
            "ZZZ",
            "type",
            "ID",
            "number",
            "NOBODY1",
            "status",
            "blocked",
            "fingerprint",
            "00",
            "id",
            "00000000-0000-0000-0000-000000000000");

    /** The same with a reason that is none: whoever is let in does nothing all the same. */
    static final Map<String, String> WITHOUT_REASON = withoutReason();

    private OfficersTable() {}

    /** How somebody who is let in is answered. */
    static int found(String page) {
        return page.contains(NO_ENTRY) ? 404 : 200;
    }

    /** The address as {@link Addresses} has it. */
    static String address(String page) {
        return page.replaceFirst("\\?.*", "").replace(NO_ENTRY, "{}");
    }

    private static Map<String, String> withoutReason() {
        Map<String, String> fields = new HashMap<>(FIELDS);
        fields.put("reason", "no");
        return Map.copyOf(fields);
    }
}
