package fr.tessere.audit.receipt;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why somebody was signed in at this level: every check with its result, whom it rests on, and the rule that was met. Enough to
 * decide again, and nothing of the person. Signed by the log: it is part of an entry, which a signed head proves.
 *
 * @param level reached, {@code eidas1} to {@code eidas3}
 * @param policy version of the rules: SHA-256 of their text
 * @param channel where the reader stood
 * @param factors second factors shown, none or more
 * @param proof how the chip was proven
 * @param algorithms what was relied on: {@code chip}, {@code signature}, {@code digest} and their algorithms
 * @param signer SHA-256 of the document signer's certificate, hexadecimal
 * @param country of the document signer
 * @param trust version of the trust anchors, with master lists and revocation lists
 * @param document SHA-256 of EF.SOD under a key of the log, hexadecimal: who has the file and the key can show that it was this one
 * @param checks each check made and its result
 * @param weaknesses what was accepted with reserve
 * @param status what was said of the document since it was issued, and by whom
 * @param flags {@code specimen}, {@code document-expired}
 * @param at when the chip was checked
 */
public record Receipt(
        String level,
        String policy,
        String channel,
        List<String> factors,
        String proof,
        Map<String, String> algorithms,
        String signer,
        String country,
        String trust,
        String document,
        Map<String, String> checks,
        List<String> weaknesses,
        String status,
        List<String> flags,
        Instant at) {
    private static final String CHECK = "check";
    private static final String ALGORITHM = "algorithm";

    public Receipt {
        factors = factors.stream().sorted().toList();
        algorithms = Map.copyOf(algorithms);
        checks = Map.copyOf(checks);
        weaknesses = weaknesses.stream().sorted().toList();
        flags = flags.stream().sorted().toList();
        at = Instant.ofEpochMilli(at.toEpochMilli());
    }

    /** As facts of an entry. */
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("level", level));
        fields.add(new Field("policy", policy));
        fields.add(new Field("channel", channel));
        fields.add(new Field("proof", proof));
        fields.add(new Field("signer", signer));
        fields.add(new Field("country", country));
        fields.add(new Field("trust", trust));
        fields.add(new Field("security-object", document));
        fields.add(new Field("status", status));
        fields.add(new Field("checked-at", at.toString()));
        factors.forEach(factor -> fields.add(new Field("factor", factor)));
        weaknesses.forEach(weakness -> fields.add(new Field("weakness", weakness)));
        flags.forEach(flag -> fields.add(new Field("flag", flag)));
        pairs(ALGORITHM, algorithms, fields);
        pairs(CHECK, checks, fields);
        return fields;
    }

    /** What an entry holds of it. */
    public static Receipt of(Entry entry) throws InvalidEntryException {
        try {
            return new Receipt(
                    one(entry, "level"),
                    one(entry, "policy"),
                    one(entry, "channel"),
                    entry.values("factor"),
                    one(entry, "proof"),
                    pairs(entry, ALGORITHM),
                    one(entry, "signer"),
                    one(entry, "country"),
                    one(entry, "trust"),
                    one(entry, "security-object"),
                    pairs(entry, CHECK),
                    entry.values("weakness"),
                    one(entry, "status"),
                    entry.values("flag"),
                    Instant.parse(one(entry, "checked-at")));
        } catch (DateTimeException wrong) {
            throw new InvalidEntryException("checked-at is no time");
        }
    }

    private static String one(Entry entry, String name) throws InvalidEntryException {
        return entry.value(name).orElseThrow(() -> new InvalidEntryException("a receipt has a line " + name));
    }

    private static void pairs(String name, Map<String, String> pairs, List<Field> fields) {
        new TreeMap<>(pairs).forEach((word, result) -> fields.add(new Field(name, word + " " + result)));
    }

    private static Map<String, String> pairs(Entry entry, String name) throws InvalidEntryException {
        Map<String, String> pairs = new TreeMap<>();
        for (String pair : entry.values(name)) {
            int space = pair.indexOf(' ');
            if (space < 1) {
                throw new InvalidEntryException(name + " has a word and a result");
            }
            pairs.put(pair.substring(0, space), pair.substring(space + 1));
        }
        return pairs;
    }
}
