package fr.tessere.journal.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Of an address counts what names a network and no household")
class NetworksTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2",
        "2001:db8:1:2::7, 2001:db8:1:",
        "2001:0DB8:0001::, 2001:db8:1:",
        "::1, 0:0:0:",
        "2001:db8::5, 2001:db8:0:",
        "nonsense, ''",
        "192.0.2, ''",
    })
    void network(String address, String network) {
        assertThat(Networks.of(address).orElse("")).isEqualTo(network);
    }
}
