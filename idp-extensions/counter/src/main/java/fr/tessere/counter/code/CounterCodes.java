package fr.tessere.counter.code;

import fr.tessere.keycloak.reading.ShortCode;
import fr.tessere.keycloak.settings.Secret;
import fr.tessere.keycloak.token.IdentityNote;
import fr.tessere.protocol.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Counter codes in Keycloak's cluster-wide single-use store. The code stands there as a keyed digest, who it is about sealed. The
 * agent who types it takes it: from then on it is a case of this agent, which one decision ends. An account has one offer at a
 * time; blocking a document, or making another code, ends it in either place.
 */
public final class CounterCodes {
    /** For how long a code may be typed. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);
    /** For how long the agent who typed it may decide. */
    public static final Duration DECISION = Duration.ofMinutes(15);

    private static final String PREFIX = "tessere.counter-";
    private static final String TYPE = "type";
    private static final String CODE = "code";
    private static final String CASE = "case";
    private static final String CURRENT = "current";
    private static final int RANDOM = 16;

    private final SingleUseObjectProvider objects;
    private final Bytes key;
    private final IdentityNote seal;
    private final SecureRandom random;
    private final String realm;

    public CounterCodes(KeycloakSession session, Secret secret, SecureRandom random) {
        objects = session.singleUseObjects();
        realm = session.getContext().getRealm().getId();
        key = secret.key("tessere counter code");
        seal = new IdentityNote(secret);
        this.random = random;
    }

    /**
     * Offers this document of this account for comparison.
     *
     * @param identity the note of the session, sealed for the account
     * @param language in which the citizen reads the code
     * @return what the citizen tells the agent, and nobody else knows
     */
    public ShortCode make(String account, String document, String identity, Locale language, Instant at) {
        ShortCode code = ShortCode.random(random);
        String id = random();
        Map<String, String> notes = new HashMap<>();
        notes.put("offer", id);
        notes.put("account", account);
        notes.put("document", document);
        notes.put("identity", identity);
        notes.put("language", language.toLanguageTag());
        notes.put("until", Long.toString(at.plus(LIFETIME).toEpochMilli()));
        put(CODE, code.letters(), notes, LIFETIME);
        // an offer ends with the account's next one
        end(account);
        put(CURRENT, account, new HashMap<>(Map.of("offer", id)), LIFETIME.plus(DECISION));
        return code;
    }

    /** Takes the code: nobody types it again. The number of the case, for this agent; empty if the code is none. */
    public Optional<Case> take(ShortCode code, String agent, Instant at) {
        return typed(CODE, objects.remove(name(CODE, code.letters())))
                .flatMap(notes -> offer(notes, at).map(offer -> {
                    String number = random();
                    Map<String, String> kept = new HashMap<>(notes);
                    kept.put("agent", agent);
                    kept.put("until", Long.toString(at.plus(DECISION).toEpochMilli()));
                    put(CASE, number, kept, DECISION);
                    return new Case(number, offer);
                }));
    }

    /** What this agent took before; empty if it is another's, or decided, or over. */
    public Optional<Offer> look(String number, String agent, Instant at) {
        return typed(CASE, objects.get(name(CASE, number)))
                .filter(notes -> agent.equals(notes.get("agent")))
                .flatMap(notes -> offer(notes, at));
    }

    /** The same, and it is decided now: once. */
    public Optional<Offer> decide(String number, String agent, Instant at) {
        Optional<Offer> offer = look(number, agent, at);
        boolean first = offer.isPresent() && objects.remove(name(CASE, number)) != null;
        return first ? offer : Optional.empty();
    }

    /** Whatever this account offered can be decided no more. */
    public void end(String account) {
        objects.remove(name(CURRENT, account));
    }

    private Optional<Offer> offer(Map<String, String> notes, Instant at) {
        String account = text(notes, "account");
        String id = text(notes, "offer");
        Instant until = Instant.ofEpochMilli(Long.parseLong(text(notes, "until")));
        boolean current = typed(CURRENT, objects.get(name(CURRENT, account)))
                .filter(one -> id.equals(text(one, "offer")))
                .isPresent();
        return current && at.isBefore(until)
                ? seal.open(text(notes, "identity"), account)
                        .map(citizen -> new Offer(
                                id,
                                account,
                                text(notes, "document"),
                                citizen,
                                Locale.forLanguageTag(text(notes, "language")),
                                until))
                : Optional.empty();
    }

    private static String text(Map<String, String> notes, String name) {
        return notes.getOrDefault(name, "");
    }

    private void put(String type, String name, Map<String, String> notes, Duration lifetime) {
        notes.put(TYPE, type);
        objects.put(name(type, name), lifetime.toSeconds(), notes);
    }

    private static Optional<Map<String, String>> typed(String type, @Nullable Map<String, String> notes) {
        return Optional.ofNullable(notes).filter(found -> type.equals(found.get(TYPE)));
    }

    private String name(String type, String name) {
        byte[] whole = String.join(" ", realm, type, name).getBytes(StandardCharsets.UTF_8);
        return PREFIX + type + "." + Secret.digest(key, Bytes.of(whole)).toHex();
    }

    private String random() {
        byte[] bytes = new byte[RANDOM];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * A code that an agent took.
     *
     * @param number names it, for this agent
     * @param offer what is to be compared
     */
    public record Case(String number, Offer offer) {}
}
