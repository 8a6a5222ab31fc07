package fr.tessere.reader.page;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.access.AccessKey;
import fr.tessere.reader.access.CardAccessNumber;
import fr.tessere.reader.access.MrzKey;
import fr.tessere.reader.card.ReadingException;
import java.util.Optional;

/** The form for what is printed on the card. What was typed is never written back into it. */
final class CardForm {
    private final Texts texts;

    CardForm(Texts texts) {
        this.texts = texts;
    }

    /** Reads what was typed; {@code can-malformed} or {@code mrz-malformed} if it cannot be. */
    static AccessKey typed(Form form) throws ReadingException {
        if (form.get("kind").equals("mrz")) {
            return MrzKey.typed(form.get("number"), form.get("birth"), form.get("expiry"));
        }
        return CardAccessNumber.typed(form.get("can"));
    }

    Html of(String path, String token, Optional<RefusalCode> refusal) {
        boolean wrongMrz =
                refusal.filter(code -> code.word().startsWith("mrz-")).isPresent();
        boolean wrongCan =
                refusal.filter(code -> code.word().startsWith("can-")).isPresent();
        return Html.of(
                """
                <h2>{}</h2>
                <p>{}</p>
                <form method="post" action="{}" autocomplete="off">
                <input type="hidden" name="token" value="{}">
                <input type="hidden" name="kind" value="can">
                {}<button type="submit">{}</button>
                </form>
                <details{}>
                <summary>{}</summary>
                <form method="post" action="{}" autocomplete="off">
                <input type="hidden" name="token" value="{}">
                <input type="hidden" name="kind" value="mrz">
                {}{}{}<button type="submit">{}</button>
                </form>
                </details>
                """,
                texts.say("page.card"),
                texts.say("page.card.text"),
                path,
                token,
                field("can", "page.can", "page.can.hint", true, wrongCan),
                texts.say("page.can.button"),
                wrongMrz ? new Html(" open") : Html.NOTHING,
                texts.say("page.mrz"),
                path,
                token,
                field("number", "page.number", "", false, wrongMrz),
                field("birth", "page.birth", "page.date.hint", true, wrongMrz),
                field("expiry", "page.expiry", "page.date.hint", true, wrongMrz),
                texts.say("page.mrz.button"));
    }

    private Html field(String name, String label, String hint, boolean digits, boolean wrong) {
        Html explained = hint.isEmpty()
                ? Html.NOTHING
                : Html.of("<p class=\"hint\" id=\"{}-hint\">{}</p>\n", name, texts.say(hint));
        String describedBy = (hint.isEmpty() ? "" : name + "-hint ") + (wrong ? "refusal" : "");
        return Html.of(
                """
                <label for="{}">{}</label>
                {}<input id="{}" name="{}" type="text" required maxlength="30" autocomplete="off" autocapitalize="characters" spellcheck="false"{}{}{}>
                """,
                name,
                texts.say(label),
                explained,
                name,
                name,
                digits ? new Html(" inputmode=\"numeric\"") : Html.NOTHING,
                describedBy.isBlank() ? Html.NOTHING : Html.of(" aria-describedby=\"{}\"", describedBy.strip()),
                wrong ? new Html(" aria-invalid=\"true\"") : Html.NOTHING);
    }
}
