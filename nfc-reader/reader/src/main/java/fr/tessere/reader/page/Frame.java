package fr.tessere.reader.page;

import java.util.Locale;

/** The frame of every page: the installation's name and logo, the two languages, a foot. */
final class Frame {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="{}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{} – {}</title>
            <link rel="icon" type="image/svg+xml" href="/look/logo.svg">
            <link rel="stylesheet" href="/look/look.css">
            {}</head>
            <body>
            <a class="skip" href="#main">{}</a>
            <header class="top"><div class="in">
            <p class="brand"><img src="/look/logo.svg" width="36" height="36" alt=""> <span>{} <small>{}</small></span></p>
            <nav aria-label="{}"><ul class="languages">{}{}</ul></nav>
            </div></header>
            <main id="main" tabindex="-1">
            <h1>{}</h1>
            {}</main>
            <footer><div class="in">
            <p>{}</p>
            <p><a href="/accessibility">{}</a></p>
            </div></footer>
            </body>
            </html>
            """;

    private final Texts texts;
    private final String here;

    /**
     * The frame of one page.
     *
     * @param here path and query of the page, for the same page in the other language
     */
    Frame(Texts texts, String here) {
        this.texts = texts;
        this.here = here;
    }

    /** The whole page around a title's key, what goes into the head, and a body. */
    Html around(String title, Html head, Html body) {
        String name = Look.name(texts.locale());
        return Html.of(
                PAGE,
                texts.locale().getLanguage(),
                texts.say(title),
                name,
                head,
                texts.say("page.skip"),
                name,
                texts.say("page.program"),
                texts.say("page.languages"),
                // in the order of the provider's pages
                language(Locale.ENGLISH, "English"),
                language(Locale.FRENCH, "Français"),
                texts.say(title),
                body,
                texts.say("page.foot"),
                texts.say("page.accessibility.link"));
    }

    private Html language(Locale language, String name) {
        String word = language.getLanguage();
        return Html.of(
                "<li><a href=\"{}\" lang=\"{}\" hreflang=\"{}\"{}>{}</a></li>\n",
                here + (here.contains("?") ? "&" : "?") + PageLanguage.PARAMETER + "=" + word,
                word,
                word,
                language.equals(texts.locale()) ? new Html(" aria-current=\"true\"") : Html.NOTHING,
                name);
    }
}
