package fr.tessere.keycloak.token;

import static fr.tessere.verification.assurance.AssuranceLevel.EIDAS1;
import static fr.tessere.verification.assurance.AssuranceLevel.EIDAS2;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.verification.assurance.Factor;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How a person signed in, as a session remembers it")
class MethodsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Methods CARD = Methods.NONE.withDocument(true, EIDAS2, NOW);

    @Test
    void aChipThatMayBeACopyIsNoMethod() {
        assertThat(Methods.NONE.withDocument(false, EIDAS1, NOW).amr(EIDAS1)).isEmpty();
    }

    @Test
    void theCodeIsNamedWhereTheLevelRestsOnIt() {
        Methods both = CARD.with(Method.PERSONAL_CODE, NOW);

        assertThat(both.amr(EIDAS1)).containsExactly("hwk");
        assertThat(both.amr(EIDAS2)).containsExactly("hwk", "pin", "mfa");
    }

    @Test
    void aPasskeyIsTwoFactorsByItself() {
        assertThat(Methods.NONE.with(Method.PASSKEY, NOW).amr(EIDAS1)).containsExactly("user", "mfa");
        assertThat(CARD.with(Method.PASSKEY, NOW).amr(EIDAS2)).containsExactly("hwk", "user", "mfa");
    }

    @Test
    void whatIsTooOldDoesNotCount() {
        Methods later = CARD.with(Method.PERSONAL_CODE, NOW.plusSeconds(60));

        assertThat(later.documentSince(NOW)).isTrue();
        assertThat(later.documentSince(NOW.plusSeconds(1))).isFalse();
        assertThat(later.factorsSince(NOW.plusSeconds(60))).isEqualTo(Set.of(Factor.PERSONAL_CODE));
        assertThat(later.factorsSince(NOW.plusSeconds(61))).isEmpty();
    }

    @Test
    void aNoteSaysAllOfIt() {
        Methods all = CARD.with(Method.PERSONAL_CODE, NOW).with(Method.PASSKEY, NOW.plusSeconds(5));

        assertThat(Methods.ofNote(all.note())).isEqualTo(all);
        assertThat(Methods.ofNote(null)).isEqualTo(Methods.NONE);
        assertThat(Methods.ofNote(Methods.NONE.note())).isEqualTo(Methods.NONE);
    }
}
