package fr.tessere.claims.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a scope stands for")
class ScopeContentsTest {
    @Test
    void theScopesOfFranceConnectAnswerTheIdentitePivot() {
        List<String> asked = List.of("openid", "profile", "email", "preferred_username", "birthplace", "birthcountry");

        assertThat(ScopeContents.answered(asked))
                .containsExactlyInAnyOrder(
                        "given_name",
                        "family_name",
                        "birthdate",
                        "gender",
                        "email",
                        "email_verified",
                        "preferred_username",
                        "birthplace",
                        "birthcountry");
    }

    @Test
    void anAgeSaysNothingElse() {
        assertThat(ScopeContents.answered(List.of("age"))).containsExactly("age_over_18");
        assertThat(ScopeContents.allowed(List.of("age")))
                .containsExactlyInAnyOrder("age_over_13", "age_over_16", "age_over_18", "age_over_65");
    }

    @Test
    void anUnknownScopeStandsForNothing() {
        assertThat(ScopeContents.answered(List.of("openid", "acr", "unknown"))).isEmpty();
        assertThat(ScopeContents.allowed(List.of("openid", "acr", "unknown"))).isEmpty();
    }
}
