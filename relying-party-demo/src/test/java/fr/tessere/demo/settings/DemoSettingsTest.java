package fr.tessere.demo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSettingsTest {
    private static final URI BASE = URI.create("http://127.0.0.1:8080");

    @Test
    void derivesEndpointsFromTheIssuerWithoutACall() {
        DemoSettings settings = settings(URI.create("https://id.example/realms/tessere"), "demo-service");
        assertThat(settings.endpoint("auth"))
                .isEqualTo("https://id.example/realms/tessere/protocol/openid-connect/auth");
        assertThat(settings.issuerOrigin()).isEqualTo("https://id.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://id.example/", "ftp://id.example", "id.example", "https:"})
    void refusesAnIssuerThatCannotBeOne(String issuer) {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(URI.create(issuer), "demo-service"));
    }

    @Test
    void refusesAnEmptyClientName() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(BASE, " "));
    }

    private static DemoSettings settings(URI issuer, String clientId) {
        return new DemoSettings(issuer, clientId, BASE, BASE);
    }
}
