package fr.tessere.audit.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("audit.md: the canonical form of an entry")
class EntryTest {
    private static final Instant AT = Instant.parse("2026-11-26T01:02:03.400Z");
    private static final EntryId ID = new EntryId("AAAAAAAAAAAAAAAAAAAAAA");
    private static final String TEXT = """
            tessere-entry 1
            id AAAAAAAAAAAAAAAAAAAAAA
            at 2026-11-26T01:02:03.400Z
            log realm
            kind login
            outcome done
            client demo-service
            person hM3y
            """;

    @Test
    void isTheDocumentedText() {
        Entry entry = new Entry(
                ID,
                AT,
                "realm",
                "login",
                Entry.DONE,
                List.of(new Field("person", "hM3y"), new Field("client", "demo-service")));

        assertThat(new String(entry.bytes(), StandardCharsets.UTF_8)).isEqualTo(TEXT);
    }

    @Test
    void isReadBack() throws InvalidEntryException {
        Entry entry = Entry.of(TEXT);

        assertThat(entry.text()).isEqualTo(TEXT);
        assertThat(entry.value("client")).contains("demo-service");
        assertThat(entry.value("level")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tessere-entry 1\n",
                "tessere-entry 2\nid AAAAAAAAAAAAAAAAAAAAAA\nat 2026-11-26T01:02:03.400Z\nlog a\nkind b\noutcome done\n",
                "tessere-entry 1\nid AAAAAAAAAAAAAAAAAAAAAA\nat 2026-11-26T01:02:03Z\nlog a\nkind b\noutcome done\n",
                "tessere-entry 1\nid AAAAAAAAAAAAAAAAAAAAAA\nat yesterday\nlog a\nkind b\noutcome done\n",
                "tessere-entry 1\nid short\nat 2026-11-26T01:02:03.400Z\nlog a\nkind b\noutcome done\n",
                "tessere-entry 1\nid AAAAAAAAAAAAAAAAAAAAAA\nat 2026-11-26T01:02:03.400Z\nlog a\nkind b\noutcome done",
                "tessere-entry 1\nid AAAAAAAAAAAAAAAAAAAAAA\nat 2026-11-26T01:02:03.400Z\nlog a\nkind b\noutcome done\nb 1\na 1\n",
                "tessere-entry 1\nid AAAAAAAAAAAAAAAAAAAAAA\nat 2026-11-26T01:02:03.400Z\nlog a\nkind b\noutcome done\nnovalue\n",
            })
    void nothingElseIsAnEntry(String text) {
        assertThatThrownBy(() -> Entry.of(text)).isInstanceOf(InvalidEntryException.class);
    }

    @Nested
    class Fields {
        @ParameterizedTest
        @ValueSource(strings = {"two\nlines", "a\u0000", "\u2028", "", "\ud800"})
        void holdNoLineBreakAndNoControl(String value) {
            assertThatThrownBy(() -> new Field("client", value)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void ofForeignValuesAreCutAndCleaned() {
            assertThat(Field.ofForeign("client", "a\nkind logout\u0000").value())
                    .isEqualTo("a?kind logout?");
            assertThat(Field.ofForeign("client", "x".repeat(600)).value()).hasSize(Field.LENGTH);
            assertThat(Field.ofForeign("client", "\ud83d\ude00".repeat(500)).value())
                    .hasSizeLessThanOrEqualTo(Field.LENGTH);
            assertThat(Field.ofForeign("client", "").value()).isEqualTo("-");
        }

        @Test
        void doNotPassForLinesThatEveryEntryHas() {
            List<Field> fields = List.of(new Field("kind", "logout"));

            assertThatThrownBy(() -> new Entry(ID, AT, "realm", "login", Entry.DONE, fields))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aReceiptPassesThroughAnEntryUnchanged() throws InvalidEntryException {
        Receipt receipt = new Receipt(
                "eidas1",
                "eidas2",
                "p1",
                "expired=refused",
                "this-device",
                "chip-authentication",
                Map.of("chip", "ECDH AES-128 brainpoolP256r1", "digest", "SHA-256"),
                "FR",
                "v1",
                Map.of("signer", "sha-256 ab12", "sod", "keyed cd34"),
                List.of("7 2026-11-01T00:00:00Z ef56"),
                Map.of("sod-signature", "successful"),
                List.of("sha-1"),
                "valid table",
                List.of("specimen"),
                AT);
        Entry entry = new Entry(ID, AT, "realm", "evidence", Entry.DONE, receipt.fields());

        assertThat(Receipt.of(Entry.of(entry.text()))).isEqualTo(receipt);
        assertThatThrownBy(() -> Receipt.of(Entry.of(TEXT))).isInstanceOf(InvalidEntryException.class);
    }
}
