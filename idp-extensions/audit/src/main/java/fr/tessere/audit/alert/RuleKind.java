package fr.tessere.audit.alert;

import fr.tessere.audit.receipt.Entry;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a rule looks for. */
public enum RuleKind {
    /** Many readings refused for one cause. */
    REFUSALS("refusals", 50, 10, entry -> refusal(entry).map(Entry::outcome)),
    /** One document, within a day, on several accounts. */
    ACCOUNTS("accounts", 2, 1_440, entry -> done(entry).flatMap(one -> one.value("document"))),
    /** One account from several networks within a time in which nobody travels: the log knows no places. */
    NETWORKS("networks", 3, 30, entry -> done(entry).flatMap(one -> one.value("person"))),
    /** Wrong codes at one account. */
    GUESSES("guesses", 5, 15, entry -> guess(entry).flatMap(one -> one.value("person"))),
    /** Wrong codes from one network, whoever's. */
    GUESSES_NETWORK("guesses-network", 20, 15, entry -> guess(entry).flatMap(one -> one.value("network"))),
    /** Wrong counter codes of one agent: somebody tries to compare a person who is not there. */
    COUNTER("counter", 5, 60, entry -> wrongCode(entry).flatMap(one -> one.value("agent"))),
    /** Readings with documents of one signer fail, five times as often as in the same time before. */
    SIGNER("signer", 10, 60, entry -> refusal(entry).flatMap(one -> one.value("signer"))),
    /** One officer did alone what needs two. */
    ALONE("alone", 1, 60, RuleKind::alone),
    /** Somebody changed how the server decides, which one administrator may do alone. */
    CONFIGURATION("configuration", 1, 60, RuleKind::setting),
    /** The log does not hold, or entries wait for their place longer than these minutes. */
    INTEGRITY("integrity", 1, 5, entry -> Optional.empty());

    /** A sign-in, and "my identity", which asks for the code again. */
    private static final Set<String> ASKS = Set.of("login", "update-profile");

    private static final Set<String> WRONG =
            Set.of("code-wrong", "code-delayed", "code-blocked", "invalid_user_credentials");

    /** What an administrator changes, where it decides for everybody. */
    private static final Set<String> SETTINGS = Set.of(
            "realm",
            "component",
            "auth-flow",
            "auth-execution",
            "auth-execution-flow",
            "authenticator-config",
            "required-action",
            "required-action-config",
            "identity-provider",
            "identity-provider-mapper",
            "user-profile");

    private final String word;
    private final int threshold;
    private final int minutes;
    private final Function<Entry, Optional<String>> subject;

    RuleKind(String word, int threshold, int minutes, Function<Entry, Optional<String>> subject) {
        this.word = word;
        this.threshold = threshold;
        this.minutes = minutes;
        this.subject = subject;
    }

    /** The stable word. */
    public String word() {
        return word;
    }

    /** The rule as it is delivered. */
    public Rule standard() {
        return new Rule(this, true, threshold, minutes);
    }

    /** The kind with this word. */
    public static Optional<RuleKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** Whom or what an entry counts for; empty if this kind does not look at it. */
    Optional<String> subject(Entry entry) {
        return subject.apply(entry);
    }

    /** What is counted: entries, or what is different in them. */
    String counted(Entry entry) {
        return switch (this) {
            case ACCOUNTS -> entry.value("person").orElse("");
            case NETWORKS -> entry.value("network").orElse("");
            default -> entry.id().text();
        };
    }

    /** True if only a sudden rise counts. */
    boolean isSudden() {
        return this == SIGNER;
    }

    private static Optional<Entry> refusal(Entry entry) {
        return Optional.of(entry).filter(one -> one.kind().equals("reading-refused"));
    }

    private static Optional<Entry> done(Entry entry) {
        return Optional.of(entry)
                .filter(one -> one.kind().equals("login") && one.outcome().equals(Entry.DONE));
    }

    private static Optional<Entry> guess(Entry entry) {
        return Optional.of(entry).filter(one -> ASKS.contains(one.kind()) && WRONG.contains(one.outcome()));
    }

    private static Optional<Entry> wrongCode(Entry entry) {
        return Optional.of(entry)
                .filter(one -> one.kind().equals("comparison") && one.outcome().equals("counter-code-unknown"));
    }

    private static Optional<String> alone(Entry entry) {
        boolean urgent = entry.kind().equals("officer-proposal")
                && entry.value("step").filter("urgent"::equals).isPresent();
        return urgent
                ? Optional.of(entry.value("area").orElse("") + " "
                        + entry.value("subject").orElse(""))
                : Optional.empty();
    }

    /** The first look at what holds finds nothing that was changed. */
    private static Optional<String> setting(Entry entry) {
        if (entry.kind().equals("configuration")) {
            return entry.value("before").filter(before -> !before.equals("-")).flatMap(known -> entry.value("subject"));
        }
        return Optional.of(entry)
                .filter(one -> one.kind().startsWith("admin-") && one.outcome().equals(Entry.DONE))
                .flatMap(one -> one.value("resource"))
                .filter(SETTINGS::contains);
    }
}
