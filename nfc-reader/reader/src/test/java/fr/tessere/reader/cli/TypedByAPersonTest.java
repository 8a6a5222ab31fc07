package fr.tessere.reader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.reader.page.ScriptedDesk;
import fr.tessere.reader.page.Texts;
import fr.tessere.reader.server.FakeReadingServer;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is printed on the card, typed by a person who sees nothing of it")
class TypedByAPersonTest {
    private final ScriptedDesk desk = new ScriptedDesk();
    private final StringWriter shown = new StringWriter();
    private final List<String> prompts = new ArrayList<>();

    @AutoClose
    private final FakeReadingServer server = new FakeReadingServer().thenGolden("opened");

    @Test
    void aCodeMayBeWrongTwice() {
        server.thenGolden("script").thenDone();
        assertThat(read("654321", "12345", "123 456")).isZero();
        assertThat(prompts).hasSize(3).allMatch(prompt -> prompt.startsWith("The 6 digits"));
        assertThat(shown.toString())
                .containsSubsequence("can-wrong", "You can try again now.", "can-malformed", "You can try again now.")
                .doesNotContain("654321", "12345");
        assertThat(server.calls()).containsExactly("open", "chip", "proof");
    }

    @Test
    void aThirdWrongCodeIsTheLast() {
        assertThat(read("654321", "654322", "654323", "123456")).isEqualTo(2);
        assertThat(prompts).hasSize(3);
        assertThat(shown.toString()).containsSubsequence("can-wrong", "can-wrong", "can-wrong");
        assertThat(server.calls()).containsExactly("open");
    }

    @Test
    void theZoneIsAskedForFieldByField() {
        server.thenGolden("script").thenDone();
        assertThat(readWith("--mrz", "spc-123456", "91 07 13", "350302")).isZero();
        assertThat(prompts).containsExactly("Document number: ", "Date of birth, YYMMDD: ", "Date of expiry, YYMMDD: ");
        assertThat(shown.toString()).doesNotContain("123456", "07 13", "350302");
    }

    @Test
    void aDateOfTheZoneMayBeCorrected() {
        server.thenGolden("script").thenDone();
        assertThat(readWith("--mrz", "SPC123456", "910714", "350302", "SPC123456", "910713", "350302"))
                .isZero();
        assertThat(shown.toString()).containsSubsequence("mrz-wrong", "You can try again now.");
    }

    @Test
    void noCodeLeadsToTheZone() {
        server.thenGolden("script").thenDone();
        assertThat(read("", "SPC123456", "910713", "350302")).isZero();
        assertThat(prompts).hasSize(4).element(1).isEqualTo("Document number: ");
    }

    @Test
    void whoEndsTheInputLeavesAndTheServerHearsOfIt() {
        assertThat(read()).isEqualTo(2);
        assertThat(shown.toString()).contains("reading-cancelled");
        assertThat(server.troubles()).singleElement().asString().contains("reading-cancelled");
        assertThat(server.calls()).containsExactly("open");
    }

    private int read(String... typed) {
        return run(List.of(typed), "read", server.address());
    }

    private int readWith(String option, String... typed) {
        return run(List.of(typed), "read", server.address(), option);
    }

    private int run(List<String> typed, String... arguments) {
        Deque<String> left = new ArrayDeque<>(typed);
        Terminal terminal = new Terminal(
                new BufferedReader(Reader.nullReader()),
                new PrintWriter(shown, true),
                new PrintWriter(shown, true),
                prompt -> {
                    prompts.add(prompt);
                    return Optional.ofNullable(left.poll());
                });
        return ReaderCommand.run(
                ReaderCommand.NAME,
                new Surroundings(terminal, Texts.in(Locale.ENGLISH), card -> desk, page -> false, Clock.systemUTC()),
                arguments);
    }
}
