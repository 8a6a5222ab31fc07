package fr.tessere.reader.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.ReadingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingAddressTest {
    private static final String GOOD = "https://id.example/realms/tessere/tessere/readings/abcdefghijklmnop";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "id.example/realms/tessere/tessere/readings/abcdefghijklmnop",
                "http://id.example/realms/tessere/tessere/readings/abcdefghijklmnop",
                "http://127.0.0.1.example/realms/tessere/tessere/readings/abcdefghijklmnop",
                "http://localhost.example/realms/tessere/tessere/readings/abcdefghijklmnop",
                "http://2130706433/realms/tessere/tessere/readings/abcdefghijklmnop",
                "http://0.0.0.0/realms/tessere/tessere/readings/abcdefghijklmnop",
                "http://192.168.1.1/realms/tessere/tessere/readings/abcdefghijklmnop",
                "http://[::2]/realms/tessere/tessere/readings/abcdefghijklmnop",
                "ftp://id.example/realms/tessere/tessere/readings/abcdefghijklmnop",
                "file:///realms/tessere/tessere/readings/abcdefghijklmnop",
                "javascript:alert(1)//realms/tessere/tessere/readings/abcdefghijklmnop",
                "https:///realms/tessere/tessere/readings/abcdefghijklmnop",
                "https://id.example@evil.example/realms/tessere/tessere/readings/abcdefghijklmnop",
                "https://user:word@id.example/realms/tessere/tessere/readings/abcdefghijklmnop",
                "https://id.example:99999/realms/tessere/tessere/readings/abcdefghijklmnop",
                "https://id.example:0/realms/tessere/tessere/readings/abcdefghijklmnop",
                "https://id.example",
                "https://id.example/realms/tessere/account",
                "https://id.example/realms/tessere/tessere/readings/",
                "https://id.example/realms/tessere/tessere/readings/short",
                "https://id.example/realms/tessere/tessere/readings/abcdefghijklmnop/",
                "https://id.example/realms/tessere/tessere/readings/abcdefghijklmnop/open",
                "https://id.example/realms/tessere/tessere/readings/abcdefghijklmnop?x=1",
                "https://id.example/realms/tessere/tessere/readings/abcdefghijklmnop#x",
                "https://id.example/realms/../tessere/readings/abcdefghijklmnop",
                "https://id.example/realms/%2e%2e/tessere/readings/abcdefghijklmnop",
                "https://id.example/a//realms/tessere/tessere/readings/abcdefghijklmnop",
                "https://id.example/realms/tes sere/tessere/readings/abcdefghijklmnop",
                "https://id.example\\@evil.example/realms/tessere/tessere/readings/abcdefghijklmnop",
                "https://id.éxample/realms/tessere/tessere/readings/abcdefghijklmnop",
            })
    void refusesWhatIsNoReading(String text) {
        ReadingException refused = catchThrowableOfType(ReadingException.class, () -> ReadingAddress.typed(text));
        assertThat(refused.code()).isEqualTo(RefusalCode.ADDRESS_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GOOD,
                "  https://id.example/realms/tessere/tessere/readings/abcdefghijklmnop\n",
                "https://id.example:8443/auth/realms/tessere/tessere/readings/abc-EFG_hijklmnop0123456789",
                "http://localhost:8080/realms/tessere/tessere/readings/abcdefghijklmnop",
                "http://127.0.0.1:8080/realms/tessere/tessere/readings/abcdefghijklmnop",
                "http://[::1]:8080/realms/tessere/tessere/readings/abcdefghijklmnop",
            })
    void acceptsReadings(String text) throws ReadingException {
        assertThat(ReadingAddress.typed(text).call("open")).hasToString(text.strip() + "/open");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "file:///etc/passwd",
                "https://evil.example/realms/tessere/return",
                "https://id.example.evil.example/",
                "https://id.example@evil.example/",
                "https://id.example:8443/",
                "http://id.example/",
                "https://id.example",
                "//id.example/",
                "/realms/tessere",
                "-x",
                "",
            })
    void sendsNobodyElsewhere(String text) throws ReadingException {
        ReadingAddress address = ReadingAddress.typed(GOOD);
        ReadingException refused = catchThrowableOfType(ReadingException.class, () -> address.returnAddress(text));
        assertThat(refused.code()).isEqualTo(RefusalCode.SERVER_REPLY_MALFORMED);
    }
}
