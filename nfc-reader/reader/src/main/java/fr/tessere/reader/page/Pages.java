package fr.tessere.reader.page;

import fr.tessere.protocol.reading.Channel;
import fr.tessere.protocol.reading.OpenedReading;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.server.ReadingAddress;
import java.net.URI;
import java.util.Optional;

/** The pages in one language. Every page has one heading, works without a script and says what to do next. */
final class Pages {
    private static final String LAYOUT = """
            <!DOCTYPE html>
            <html lang="{}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{} – Tessère</title>
            <link rel="stylesheet" href="/style.css">
            {}</head>
            <body>
            <main>
            <h1>{}</h1>
            {}</main>
            </body>
            </html>
            """;

    private final Texts texts;
    private final CardForm cardForm;

    Pages(Texts texts) {
        this.texts = texts;
        cardForm = new CardForm(texts);
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

    /** Before anything is sent: whose server would it be? */
    Html confirm(ReadingAddress address, String token) {
        return layout(
                "page.confirm",
                Html.of(
                        """
                        <dl><dt>{}</dt><dd>{}</dd></dl>
                        <p>{}</p>
                        <p>{}</p>
                        <form method="post" action="/read">
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
        Html error = refusal.map(this::alert).orElse(Html.NOTHING);
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
                <p><a class="button" href="{}">{}</a></p>
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

    Html refused(RefusalCode code) {
        return layout("page.refused", alert(code));
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
        String warning = asked.channel() == Channel.ANOTHER_DEVICE ? "warning" : "hint";
        return Html.of(
                """
                <dl>
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

    private Html alert(RefusalCode code) {
        return Html.of(
                """
                <div class="warning" role="alert" id="refusal">
                <p><strong>{}</strong></p>
                <p>{}: {}</p>
                <p class="hint">{}: {}</p>
                </div>
                """,
                texts.wording().happened(code),
                say("page.next"),
                texts.wording().next(code),
                say("page.code"),
                code.word());
    }

    private Html layout(String title, Html body) {
        return layout(title, Html.NOTHING, body);
    }

    private Html layout(String title, Html head, Html body) {
        return Html.of(LAYOUT, texts.locale().getLanguage(), say(title), head, say(title), body);
    }

    private String say(String key, Object... values) {
        return texts.say(key, values);
    }
}
