package fr.tessere.reader.page;

/** A piece of HTML. Texts become HTML only by {@link #text}, which escapes them; templates are literals of this room. */
record Html(String source) {
    static final Html NOTHING = new Html("");

    /** Any text, as it is to be read. */
    static Html text(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return new Html(escaped.toString());
    }

    /** A template whose {@code {}} are filled in this order: {@link Html} as it is, everything else as text. */
    static Html of(String template, Object... values) {
        StringBuilder filled = new StringBuilder(template.length() * 2);
        int from = 0;
        for (Object value : values) {
            int gap = template.indexOf("{}", from);
            if (gap < 0) {
                throw new IllegalArgumentException("more values than gaps: " + values.length);
            }
            filled.append(template, from, gap);
            filled.append(value instanceof Html html ? html.source : text(String.valueOf(value)).source);
            from = gap + 2;
        }
        if (template.indexOf("{}", from) >= 0) {
            throw new IllegalArgumentException("more gaps than values: " + values.length);
        }
        return new Html(filled.append(template.substring(from)).toString());
    }

    /** One piece behind the other. */
    Html and(Html next) {
        return new Html(source + next.source);
    }
}
