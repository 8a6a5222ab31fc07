package fr.tessere.counter.code;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.keycloak.reading.ShortCode;
import fr.tessere.keycloak.settings.Secret;
import fr.tessere.keycloak.token.DocumentDetails;
import fr.tessere.keycloak.token.IdentityNote;
import fr.tessere.keycloak.token.SignedInCitizen;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.identity.BirthDate;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;

@DisplayName("A counter code holds for ten minutes, a case for fifteen, even if the store keeps them longer")
class CounterCodesTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Secret SECRET = new Secret(Bytes.of(new byte[Secret.LENGTH]));
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Map<String, String>> stored = new HashMap<>();
    private final CounterCodes codes = new CounterCodes(session(), SECRET, RANDOM);

    @Test
    void aCodeThatHasRunOutIsNoneAndIsGone() {
        ShortCode code = offered();

        assertThat(codes.take(code, "agent", NOON.plus(CounterCodes.LIFETIME))).isEmpty();
        assertThat(codes.take(code, "agent", NOON)).as("a try takes it").isEmpty();
    }

    @Test
    void inItsLastMomentACodeCounts() {
        ShortCode code = offered();

        assertThat(codes.take(code, "agent", NOON.plus(CounterCodes.LIFETIME).minusMillis(1)))
                .hasValueSatisfying(
                        one -> assertThat(one.offer().citizen().familyName()).isEqualTo("ERIKSSON"));
    }

    @Test
    void anAgentWhoWaitsTooLongDecidesNothing() {
        String number = codes.take(offered(), "agent", NOON).orElseThrow().number();
        Instant late = NOON.plus(CounterCodes.DECISION);

        assertThat(codes.look(number, "agent", late.minusMillis(1))).isPresent();
        assertThat(codes.look(number, "agent", late)).isEmpty();
        assertThat(codes.decide(number, "agent", late)).isEmpty();
    }

    @Test
    void aCaseIsDecidedOnceAndByItsOwnAgent() {
        String number = codes.take(offered(), "agent", NOON).orElseThrow().number();

        assertThat(codes.decide(number, "another", NOON)).isEmpty();
        assertThat(codes.decide(number, "agent", NOON)).isPresent();
        assertThat(codes.decide(number, "agent", NOON)).isEmpty();
    }

    @Test
    void theNextCodeEndsTheOneBefore() {
        ShortCode first = offered();
        ShortCode second = offered();

        assertThat(codes.take(first, "agent", NOON)).isEmpty();
        assertThat(codes.take(second, "agent", NOON)).isPresent();
    }

    @Test
    void neitherCodeNorNameStandsInTheStore() {
        ShortCode code = offered();

        assertThat(stored.toString()).doesNotContain(code.letters(), "ERIKSSON", "ANNA");
    }

    private ShortCode offered() {
        String note = new IdentityNote(SECRET).seal(citizen(), "account", RANDOM);
        return codes.make("account", "document", note, Locale.FRENCH, NOON);
    }

    private static SignedInCitizen citizen() {
        return new SignedInCitizen(
                "ERIKSSON",
                "ANNA MARIA",
                new BirthDate(1974, 8, 12),
                "F",
                "UTO",
                "ID",
                "UTO",
                "chip-authentication",
                false,
                true,
                "this-device",
                List.of(),
                NOON,
                new DocumentDetails(LocalDate.of(2031, 5, 4), "", false, false, List.of()));
    }

    private KeycloakSession session() {
        SingleUseObjectProvider store =
                answering(SingleUseObjectProvider.class, (method, arguments) -> switch (method) {
                    case "put" -> stored.put((String) arguments[0], copied(arguments[2]));
                    case "get" -> stored.get((String) arguments[0]);
                    case "remove" -> stored.remove((String) arguments[0]);
                    default -> throw new UnsupportedOperationException(method);
                });
        RealmModel realm = answering(RealmModel.class, (method, arguments) -> "realm");
        KeycloakContext context = answering(KeycloakContext.class, (method, arguments) -> realm);
        return answering(
                KeycloakSession.class, (method, arguments) -> method.equals("singleUseObjects") ? store : context);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> copied(Object notes) {
        return Map.copyOf((Map<String, String>) notes);
    }

    private interface Answer {
        @Nullable
        Object to(String method, Object[] arguments);
    }

    private static <T> T answering(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
