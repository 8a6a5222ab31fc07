package fr.tessere.bench;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.EntryId;
import fr.tessere.audit.receipt.Field;
import fr.tessere.audit.receipt.Receipt;
import fr.tessere.protocol.reading.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Entries as a year of sign-ins leaves them, made by number: the same number makes the same entry. Services, countries and causes
 * of refusal are as uneven as in life: few have most, most have few.
 */
final class MadeEntries {
    static final String LOG = "5f0c2f6e-3c5c-4a0e-8a2f-6a3d1c1b9c11";

    private static final Duration YEAR = Duration.ofDays(365);

    /** Entries of one sign-in on average, by counting. */
    private static final double EACH = 4.41;

    private static final List<String> COUNTRIES = List.of(
            "FR", "BE", "DE", "ES", "IT", "PT", "CH", "LU", "NL", "PL", "RO", "AT", "SE", "DK", "FI", "IE", "CZ", "HU",
            "GR", "BG", "HR", "SK", "SI", "LT", "LV", "EE", "CY", "MT", "IS", "NO");
    private static final List<String> CHECKS = List.of(
            "sod-form",
            "sod-signature",
            "signer-chain",
            "signer-revocation",
            "signer-validity",
            "signer-confirmed",
            "dg1-digest",
            "dg14-digest",
            "chip-authentication",
            "document-expiry",
            "document-status",
            "switches");
    private static final RefusalCode[] CAUSES = RefusalCode.values();
    private static final int SERVICES = 200;
    private static final int PEOPLE = 1_200_000;
    private static final int DIGEST = 16;

    private final Instant from;
    private final double millisEach;

    private MadeEntries(Instant from, long signIns) {
        this.from = from;
        this.millisEach = (double) YEAR.toMillis() / signIns;
    }

    /** As many sign-ins as leave about so many entries, in the year up to this time. */
    static MadeEntries until(Instant to, long entries) {
        return new MadeEntries(to.minus(YEAR), (long) Math.ceil(entries / EACH));
    }

    /** The name of a service, by how often it is used: 0 is used most, 199 least. */
    static String service(int number) {
        return "service-%03d".formatted(number);
    }

    /** The cause of a refusal, by how often it happens. */
    static String cause(int number) {
        return CAUSES[number].word();
    }

    /** Number of causes. */
    static int causes() {
        return CAUSES.length;
    }

    /** A country, by how often its documents are used. */
    static String country(int number) {
        return COUNTRIES.get(number);
    }

    /** The digest of somebody's card on the day of an instant, 22 characters. */
    static String document(int person, Instant at) {
        return digest(person, 2, day(at));
    }

    /** The entries of a sign-in, from the opened reading to the last token. */
    void signIn(long number, Consumer<Entry> to) {
        SplittableRandom chance = new SplittableRandom(number * 0xD1342543DE82EF95L);
        Instant at = from.plusMillis((long) (number * millisEach));
        if (number % 2_000 == 0) {
            officer(chance, at, to);
            return;
        }
        One one = new One(chance, at, to);
        if (chance.nextInt(4) > 0) {
            one.reading();
        } else {
            one.tokens("");
        }
    }

    private static void officer(SplittableRandom chance, Instant at, Consumer<Entry> to) {
        to.accept(entry(
                chance,
                at,
                chance.nextBoolean() ? "officer-switch" : "officer-export",
                Entry.DONE,
                List.of(
                        new Field("client", "tessere-officers"),
                        new Field("person", digest(chance.nextInt(12), 1, day(at))),
                        new Field("before", "-"),
                        new Field("after", "off"))));
    }

    private static Entry entry(SplittableRandom chance, Instant at, String kind, String outcome, List<Field> fields) {
        return new Entry(new EntryId(digest(chance.nextLong(), 3, 0)), at, LOG, kind, outcome, fields);
    }

    private static long day(Instant at) {
        return at.toEpochMilli() / Duration.ofDays(1).toMillis();
    }

    private static String digest(long value, long kind, long day) {
        SplittableRandom bytes =
                new SplittableRandom(value * 31 + kind * 0x632BE59BD9B4E019L + day * 0xD1342543DE82EF95L);
        byte[] digest = new byte[DIGEST];
        bytes.nextBytes(digest);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** A number below the bound; small ones are much more frequent. */
    private static int uneven(SplittableRandom chance, int bound) {
        double one = chance.nextDouble();
        return (int) (bound * one * one * one);
    }

    /** One sign-in on its way. */
    private static final class One {
        private final SplittableRandom chance;
        private final Consumer<Entry> to;
        private final String client;
        private final String session;
        private final String person;
        private final String document;
        private final Field network;
        private final Field handle;
        private final String level;
        private Instant at;

        One(SplittableRandom chance, Instant at, Consumer<Entry> to) {
            this.chance = chance;
            this.at = at;
            this.to = to;
            int who = chance.nextInt(PEOPLE);
            client = service(uneven(chance, SERVICES));
            session = digest(chance.nextLong(), 4, 0);
            person = digest(who, 1, day(at));
            document = MadeEntries.document(who, at);
            network = new Field("network", digest(chance.nextInt(60_000), 5, day(at)));
            handle = new Field("handle", digest(chance.nextLong(), 6, 0).substring(0, 12));
            level = chance.nextInt(1_000) == 0 ? "eidas3" : chance.nextInt(3) == 0 ? "eidas1" : "eidas2";
        }

        void reading() {
            write("reading-opened", Entry.DONE, handle, new Field("milliseconds", "3"));
            if (chance.nextInt(12) == 0) {
                write(
                        "reading-refused",
                        cause(uneven(chance, CAUSES.length)),
                        handle,
                        network,
                        new Field("milliseconds", "12"),
                        new Field("step", "proof"));
                return;
            }
            write(
                    "reading-verified",
                    Entry.DONE,
                    handle,
                    new Field("milliseconds", Integer.toString(10 + uneven(chance, 400))));
            tokens(evidence());
        }

        private String evidence() {
            List<Field> fields = new ArrayList<>(receipt().fields());
            fields.add(handle);
            fields.add(new Field("document", document));
            return write("evidence", Entry.DONE, fields.toArray(new Field[0]));
        }

        void tokens(String receipt) {
            List<Field> fields =
                    new ArrayList<>(List.of(new Field("session", session), new Field("person", person), network));
            if (!receipt.isEmpty()) {
                fields.add(new Field("receipt", receipt));
            }
            List<Field> login = new ArrayList<>(fields);
            login.add(new Field("level", level));
            login.add(new Field("channel", "same-device"));
            if (!receipt.isEmpty()) {
                login.add(new Field("document", document));
            }
            write("login", Entry.DONE, login.toArray(new Field[0]));
            write("code-to-token", Entry.DONE, fields.toArray(new Field[0]));
            if (chance.nextInt(5) == 0) {
                write("refresh-token", Entry.DONE, fields.toArray(new Field[0]));
            }
            if (chance.nextInt(6) == 0) {
                write("logout", Entry.DONE, new Field("session", session), new Field("person", person));
            }
        }

        private String write(String kind, String outcome, Field... more) {
            List<Field> fields = new ArrayList<>(List.of(more));
            fields.add(new Field("client", client));
            Entry entry = entry(chance, at, kind, outcome, fields);
            to.accept(entry);
            at = at.plusMillis(200 + chance.nextInt(2_000));
            return entry.id().text();
        }

        private Receipt receipt() {
            Map<String, String> checks = new TreeMap<>();
            for (String check : CHECKS) {
                checks.put(check, "successful");
            }
            return new Receipt(
                    level.equals("eidas1") ? "eidas1" : "eidas2",
                    level,
                    "2026-1",
                    "expired=no specimen=no",
                    "same-device",
                    chance.nextInt(10) == 0 ? "active-authentication" : "chip-authentication",
                    Map.of("chip", "ECDH P-256", "signature", "ECDSA P-256", "digest", "SHA-256"),
                    COUNTRIES.get(uneven(chance, COUNTRIES.size())),
                    "a41c9f0b6d22",
                    Map.of(
                            "sod",
                            "keyed " + document,
                            "dg14",
                            "keyed " + person,
                            "signer",
                            "sha-256 " + "4e".repeat(32)),
                    List.of("FR 4711 2026-11-20T00:00:00Z " + "9a".repeat(32)),
                    checks,
                    List.of(),
                    "valid",
                    List.of(),
                    at);
        }
    }
}
