package fr.tessere.audit.receipt;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why a document counts in a sign-in, and for how much: every check with its result, whom it rests on, which rules were met. Enough to
 * decide again, and nothing of the person. Signed by the log: it is part of an entry, which a signed head proves.
 *
 * @param level that the document reaches by itself, {@code eidas1} to {@code eidas3}
 * @param reaches level that it reaches together with a second factor
 * @param policy version of the rules for levels
 * @param accepts what the operator lets pass, in words that do not change
 * @param channel where the reader stood
 * @param proof how the chip was proven
 * @param algorithms what was relied on: {@code chip}, {@code signature}, {@code digest} and their algorithms
 * @param country of the document signer
 * @param trust version of the trust anchors, with master lists and revocation lists
 * @param inputs what checks looked at: form of the digest, and digest; {@code keyed} ones are one document's
 * @param revocation revocation lists that were asked: number, time, SHA-256
 * @param checks each check made and its result
 * @param weaknesses what was accepted with reserve
 * @param status what was said of the document since it was issued, and by whom
 * @param flags {@code specimen}, {@code document-expired}, {@code holder-compared} if an agent compared the holder with it
 * @param at when the chip was checked
 */
public record Receipt(
        String level,
        String reaches,
        String policy,
        String accepts,
        String channel,
        String proof,
        Map<String, String> algorithms,
        String country,
        String trust,
        Map<String, String> inputs,
        List<String> revocation,
        Map<String, String> checks,
        List<String> weaknesses,
        String status,
        List<String> flags,
        Instant at) {
    private static final String CHECK = "check";
    private static final String ALGORITHM = "algorithm";
    private static final String INPUT = "input";

    public Receipt {
        algorithms = Map.copyOf(algorithms);
        inputs = Map.copyOf(inputs);
        revocation = List.copyOf(revocation);
        checks = Map.copyOf(checks);
        weaknesses = weaknesses.stream().sorted().toList();
        flags = flags.stream().sorted().toList();
        at = Instant.ofEpochMilli(at.toEpochMilli());
    }

    /** As facts of an entry. */
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("level", level));
        fields.add(new Field("reaches", reaches));
        fields.add(new Field("policy", policy));
        fields.add(Field.ofForeign("accepts", accepts));
        fields.add(new Field("channel", channel));
        fields.add(new Field("proof", proof));
        fields.add(Field.ofForeign("country", country));
        fields.add(new Field("trust", trust));
        fields.add(new Field("status", status));
        fields.add(new Field("checked-at", at.toString()));
        revocation.forEach(list -> fields.add(new Field("revocation", list)));
        weaknesses.forEach(weakness -> fields.add(new Field("weakness", weakness)));
        flags.forEach(flag -> fields.add(new Field("flag", flag)));
        pairs(ALGORITHM, algorithms, fields);
        pairs(INPUT, inputs, fields);
        pairs(CHECK, checks, fields);
        return fields;
    }

    /** What an entry holds of it. */
    public static Receipt of(Entry entry) throws InvalidEntryException {
        try {
            return new Receipt(
                    one(entry, "level"),
                    one(entry, "reaches"),
                    one(entry, "policy"),
                    one(entry, "accepts"),
                    one(entry, "channel"),
                    one(entry, "proof"),
                    pairs(entry, ALGORITHM),
                    one(entry, "country"),
                    one(entry, "trust"),
                    pairs(entry, INPUT),
                    entry.values("revocation"),
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
