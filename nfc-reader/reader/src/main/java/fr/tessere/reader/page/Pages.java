package fr.tessere.reader.page;

import fr.tessere.protocol.reading.Channel;
import fr.tessere.protocol.reading.OpenedReading;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.server.ReadingAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The pages in one language. Every page has one heading, works without a script and says what to do next. */
final class Pages {
    /** What a person can mend here, so that the same reading may still be opened. */
    private static final Set<RefusalCode> AGAIN =
            EnumSet.of(RefusalCode.READER_MISSING, RefusalCode.SERVER_UNREACHABLE);

    private final Texts texts;
    private final CardForm cardForm;
    private final Frame frame;

    /** Pages in a language; {@code here} is where the page stands, for its links to the other language. */
    Pages(Texts texts, String here) {
        this.texts = texts;
        cardForm = new CardForm(texts);
        frame = new Frame(texts, here);
    }

    /** The page that asks before it opens this reading. */
    static String confirming(ReadingAddress address) {
        return "/read?address=" + URLEncoder.encode(address.uri().toString(), StandardCharsets.UTF_8);
    }

    /** The same pages standing somewhere else. */
    Pages at(String place) {
        return new Pages(texts, place);
    }

    Html start() {
        return layout(
                "page.start",
                Html.of(
                        """
                        <p>{}</p>
                        <form method="get" action="/read">
                        <label for="address">{}</label>
                        <p class="hint" id="address-hint">{}</p>
                        <input id="address" name="address" type="url" required autocomplete="off" spellcheck="false" aria-describedby="address-hint">
                        <button type="submit">{}</button>
                        </form>
                        """,
                        say("page.start.text"),
                        say("page.start.address"),
                        say("page.start.hint"),
                        say("page.start.button")));
    }

    /** The accessibility statement, the same as the identity provider's. */
    Html accessibility() {
        return layout("page.accessibility", new Html(Look.accessibility(texts.locale())));
    }

    /** Before anything is sent: whose server would it be? */
    Html confirm(ReadingAddress address, String token) {
        return layout(
                "page.confirm",
                Html.of(
                        """
                        <dl class="table"><dt>{}</dt><dd>{}</dd></dl>
                        <p>{}</p>
                        <p>{}</p>
                        <form class="actions" method="post" action="/read">
                        <input type="hidden" name="token" value="{}">
                        <input type="hidden" name="address" value="{}">
                        <button type="submit">{}</button>
                        </form>
                        """,
                        say("request.server"),
                        address.server(),
                        say("page.confirm.text"),
                        say("page.confirm.stop"),
                        token,
                        address.uri(),
                        say("page.confirm.button")));
    }

    /** Who asks for what, and what is printed on the card? */
    Html ask(PageReading reading, String token) {
        Optional<RefusalCode> refusal = reading.state().refusal();
        ReadingAddress address = reading.signIn().address();
        Html error = refusal.map(code -> alert(code, help(code, address))).orElse(Html.NOTHING);
        return layout(
                refusal.isPresent() ? "page.error" : "request.title",
                Html.NOTHING,
                error.and(request(reading)).and(cardForm.of(reading.path(), token, refusal)));
    }

    Html progress(PageReading reading) {
        // a browser with scripts asks for the progress itself; one without loads the page again
        Html head = Html.of("""
                <noscript><meta http-equiv="refresh" content="2"></noscript>
                <script src="/progress.js" defer></script>
                """);
        Html body = Html.of(
                """
                <p>{}</p>
                <p class="progress" role="status" aria-live="polite" data-progress="{}/progress">{}</p>
                <p class="actions"><a class="button quiet" href="{}">{}</a></p>
                """,
                say("page.progress.text"),
                reading.path(),
                step(reading),
                reading.path(),
                say("page.progress.button"));
        return layout("page.progress", head, body);
    }

    /** Where a reading that runs stands, in words. */
    String step(PageReading reading) {
        String step = reading.state().step();
        return step.isEmpty() ? "" : say("step." + step);
    }

    Html done(PageReading reading) {
        Optional<URI> back = reading.state().back();
        if (back.isEmpty() || reading.signIn().request().channel() != Channel.THIS_DEVICE) {
            return layout("done.title", Html.of("<p role=\"status\">{}</p>\n", say("done.another-device")));
        }
        return layout(
                "done.title",
                Html.of("<meta http-equiv=\"refresh\" content=\"0; url={}\">\n", back.get()),
                Html.of(
                        "<p role=\"status\">{}</p>\n<p><a class=\"button\" href=\"{}\">{}</a></p>\n",
                        say("done.this-device"),
                        back.get(),
                        say("page.back")));
    }

    /** Why nothing was read, where no reading is known: back to the beginning. */
    Html refused(RefusalCode code) {
        return layout("page.refused", alert(code, Html.NOTHING).and(onward("/", "page.again.start")));
    }

    /** Why a reading ended: help at its provider, and another try where that can do any good. */
    Html refused(RefusalCode code, ReadingAddress address) {
        Html onward = AGAIN.contains(code)
                ? onward(confirming(address), "page.again")
                : Html.of("<p>{}</p>\n", say("page.refused.back"));
        return layout("page.refused", alert(code, help(code, address)).and(onward));
    }

    private Html onward(String address, String text) {
        return Html.of("<p class=\"actions\"><a class=\"button\" href=\"{}\">{}</a></p>\n", address, say(text));
    }

    private Html help(RefusalCode code, ReadingAddress address) {
        return Html.of(" <a id=\"help\" href=\"{}\">{}</a>", address.help(code, texts.locale()), say("page.help"));
    }

    /** A page of one sentence. */
    Html sentence(String title, String text) {
        return layout(title, Html.of("<p>{}</p>\n", say(text)));
    }

    private Html request(PageReading reading) {
        OpenedReading asked = reading.signIn().request();
        Html claims = asked.claims().stream()
                .map(claim -> Html.of("<li>{}</li>", texts.wording().claim(claim)))
                .reduce(Html.NOTHING, Html::and);
        Html wanted = asked.claims().isEmpty() ? Html.text(say("request.claims.none")) : Html.of("<ul>{}</ul>", claims);
        String warning = asked.channel() == Channel.ANOTHER_DEVICE ? "notice warning" : "hint";
        return Html.of(
                """
                <dl class="table">
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd>{}</dd>
                <dt>{}</dt><dd class="code">{}</dd>
                </dl>
                <p class="{}">{}</p>
                """,
                say("request.service"),
                asked.service(),
                say("request.server"),
                reading.signIn().address().server(),
                say("request.claims"),
                wanted,
                say("request.level"),
                say("level." + asked.level()),
                say("request.code"),
                asked.comparisonCode(),
                warning,
                say("channel." + asked.channel().word(), asked.comparisonCode()));
    }

    private Html alert(RefusalCode code, Html help) {
        return Html.of(
                """
                <div class="notice error" role="alert" id="refusal">
                <p><strong>{}</strong></p>
                <p>{}</p>
                <p class="small">{}{}</p>
                </div>
                """, texts.wording().happened(code), texts.wording().next(code), say("page.code", code.word()), help);
    }

    private Html layout(String title, Html body) {
        return layout(title, Html.NOTHING, body);
    }

    private Html layout(String title, Html head, Html body) {
        return frame.around(title, head, body);
    }

    private String say(String key, Object... values) {
        return texts.say(key, values);
    }
}
