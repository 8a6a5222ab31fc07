package fr.tessere.keycloak.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("OpenID Connect Core §8.1: the sector of a service")
class SectorTest {
    @ParameterizedTest
    @ValueSource(strings = {"prefecture.example", "localhost", "a-b.example", "127.0.0.1"})
    void isNamedByAHost(String name) {
        assertThat(Sector.named(name)).map(Sector::name).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Prefecture.example",
                "préfecture.example",
                "https://prefecture.example",
                "prefecture.example.",
                "prefecture..example",
                "-a.example",
                "a b",
                "client:portal"
            })
    void andByNothingElse(String name) {
        assertThat(Sector.named(name)).isEmpty();
    }

    @Test
    void isNoLongerThanAHostName() {
        assertThat(Sector.named("a.".repeat(126) + "a")).isPresent();
        assertThat(Sector.named("a.".repeat(126) + "ab")).isEmpty();
        assertThat(Sector.named("a".repeat(64))).isEmpty();
    }

    @Test
    void isTheOneHostOfTheReturnAddresses() {
        assertThat(Sector.ofHost(null, List.of("https://a.example/back", "https://a.example/other")))
                .map(Sector::name)
                .contains("a.example");
        assertThat(Sector.ofHost(null, List.of("https://a.example/back", "https://b.example/back")))
                .isEmpty();
        assertThat(Sector.ofHost("https://a.example", List.of("/back")))
                .map(Sector::name)
                .contains("a.example");
    }
}
