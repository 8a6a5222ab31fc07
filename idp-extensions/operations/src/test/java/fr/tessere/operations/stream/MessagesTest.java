package fr.tessere.operations.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.EntryId;
import fr.tessere.audit.receipt.Field;
import fr.tessere.operations.stream.SyslogMessage.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final Instant AT = Instant.parse("2026-11-26T01:02:03.004Z");

    @Nested
    @DisplayName("RFC 5424 §6, in frames of RFC 6587 §3.4.1")
    class Syslog {
        @Test
        void aFrameCountsItsOctets() {
            byte[] frame = new SyslogMessage(Severity.WARNING, AT, "host.example", "login", "{}").frame();
            assertThat(new String(frame, StandardCharsets.US_ASCII))
                    .isEqualTo("65 <108>1 2026-11-26T01:02:03.004Z host.example tessere - login - {}");
        }

        @Test
        void fractionsOfASecondAreThere() {
            byte[] frame = new SyslogMessage(Severity.NOTICE, Instant.EPOCH, "h", "t", "x").frame();
            assertThat(new String(frame, StandardCharsets.US_ASCII)).contains(" 1970-01-01T00:00:00.000Z ");
        }

        @Test
        void namesAreCutAndHaveNoSpace() {
            byte[] frame = new SyslogMessage(Severity.NOTICE, AT, "my host\n", "é" + "k".repeat(60), "x").frame();
            assertThat(new String(frame, StandardCharsets.US_ASCII))
                    .contains(" myhost tessere - " + "k".repeat(32) + " - x");
            assertThat(new String(
                            new SyslogMessage(Severity.NOTICE, AT, "", "é", "x").frame(), StandardCharsets.US_ASCII))
                    .contains("Z - tessere - - - x");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\nb", "é", "\u007f"})
        void contentIsAsciiOnOneLine(String content) {
            assertThatThrownBy(() -> new SyslogMessage(Severity.NOTICE, AT, "h", "t", content))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    @DisplayName("OCSF 1.6")
    class Ocsf {
        @Test
        void aSignInIsALogon() throws Exception {
            JsonNode event = event(entry("login", Entry.DONE));
            assertThat(event.path("class_uid").asInt()).isEqualTo(3002);
            assertThat(event.path("type_uid").asInt()).isEqualTo(300_201);
            assertThat(event.path("status_id").asInt()).isEqualTo(1);
            assertThat(event.path("severity_id").asInt()).isEqualTo(1);
            assertThat(event.path("time").asLong()).isEqualTo(AT.toEpochMilli());
            assertThat(event.path("user").path("uid").asText()).isEqualTo("digest");
            assertThat(event.path("service").path("name").asText()).isEqualTo("town-hall");
            assertThat(event.path("metadata").path("uid").asText()).isEqualTo("A".repeat(22));
            assertThat(event.path("metadata").path("sequence").asLong()).isEqualTo(7);
            assertThat(event.path("unmapped").path("check"))
                    .extracting(JsonNode::asText)
                    .containsExactly("one", "Ünïcode 𝄞");
            assertThat(event.path("unmapped").has("person")).isFalse();
        }

        @Test
        void aRefusalIsAFailureOfMediumSeverity() throws Exception {
            JsonNode event = event(entry("reading-refused", "chip-not-original"));
            assertThat(event.path("type_uid").asInt()).isEqualTo(300_299);
            assertThat(event.path("activity_name").asText()).isEqualTo("reading-refused");
            assertThat(event.path("status_id").asInt()).isEqualTo(2);
            assertThat(event.path("status_code").asText()).isEqualTo("chip-not-original");
            assertThat(event.path("severity_id").asInt()).isEqualTo(3);
        }

        @Test
        void anActOfStaffIsEntityManagement() throws Exception {
            JsonNode event = event(entry("admin-update", Entry.DONE));
            assertThat(event.path("class_uid").asInt()).isEqualTo(3004);
            assertThat(event.path("type_uid").asInt()).isEqualTo(300_403);
            assertThat(event.path("actor").path("user").path("uid").asText()).isEqualTo("digest");
            assertThat(event.path("entity").path("type").asText()).isEqualTo("admin-update");
            for (String kind : List.of("configuration", "trust", "trust-broken")) {
                assertThat(event(entry(kind, Entry.DONE)).path("class_uid").asInt())
                        .as(kind)
                        .isEqualTo(3004);
            }
        }

        @Test
        @DisplayName("a rule that was met is nobody's sign-in, and no piece of information among others")
        void anAlertIsOfHighSeverity() throws Exception {
            JsonNode event = event(entry("alert", Entry.DONE));
            assertThat(event.path("class_uid").asInt()).isEqualTo(3004);
            assertThat(event.path("severity_id").asInt()).isEqualTo(4);
        }

        @Test
        void isAsciiAlone() {
            String json = new OcsfEvent(entry("login", Entry.DONE), 7).json();
            assertThat(json).matches(Pattern.compile("[ -~]+"));
            Matcher escaped = Pattern.compile("\\\\u[0-9A-F]{4}").matcher(json);
            assertThat(escaped.results().count()).isPositive();
        }

        private static JsonNode event(Entry entry) throws Exception {
            return JsonMapper.builder().build().readTree(new OcsfEvent(entry, 7).json());
        }

        private static Entry entry(String kind, String outcome) {
            return new Entry(
                    new EntryId("A".repeat(22)),
                    AT,
                    "realm-1",
                    kind,
                    outcome,
                    List.of(
                            new Field("client", "town-hall"),
                            new Field("person", "digest"),
                            new Field("check", "one"),
                            new Field("check", "Ünïcode 𝄞")));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 4", "5, 32", "6, 60", "1000, 60"})
    void whileTheCollectorIsAwayItIsAskedLessOften(int failures, int seconds) {
        assertThat(Streaming.pause(Duration.ofSeconds(1), failures)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
