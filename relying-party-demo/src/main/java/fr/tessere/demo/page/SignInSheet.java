package fr.tessere.demo.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.security.oauth2.core.ClaimAccessor;

/** What a token says, as lines a person can read. Shows what is there; what the provider left out has no line. */
final class SignInSheet {
    /** The claim that says what was proven, without personal data. */
    static final String EVIDENCE = "tessere_evidence";

    private static final Set<String> PROOFS = Set.of("chip-authentication", "active-authentication", "none");
    private static final Set<String> CHANNELS = Set.of("this-device", "other-device");
    private static final Set<String> LEVELS = Set.of("eidas1", "eidas2", "eidas3");

    private final ClaimAccessor token;
    private final Map<String, Object> evidence;

    SignInSheet(ClaimAccessor token) {
        this.token = token;
        Map<String, Object> claim = token.hasClaim(EVIDENCE) ? token.getClaimAsMap(EVIDENCE) : null;
        evidence = claim == null ? Map.of() : claim;
    }

    /** Who the document names. */
    List<Line> identity(Locale language) {
        List<Line> lines = new ArrayList<>();
        add(lines, token, "family_name", UnaryOperator.identity());
        add(lines, token, "given_name", UnaryOperator.identity());
        add(lines, token, "birthdate", date -> readable(date, language));
        addWord(lines, token, "gender", Set.of("male", "female"));
        add(lines, token, "nationality", code -> StateNames.of(code, language));
        addWord(lines, token, "age_over_18", Set.of("true", "false"));
        addWord(lines, token, "document_type", Set.of("identity-card", "passport", "residence-permit"));
        add(lines, token, "issuing_state", code -> StateNames.of(code, language));
        return lines;
    }

    /** How strong the sign-in is, and why. */
    List<Line> proof(Locale language) {
        ClaimAccessor facts = () -> evidence;
        List<Line> lines = new ArrayList<>();
        addWord(lines, token, "acr", LEVELS);
        List<String> methods = token.hasClaim("amr") ? token.getClaimAsStringList("amr") : null;
        if (methods != null && !methods.isEmpty()) {
            lines.add(Line.plain("label.amr", String.join(", ", methods)));
        }
        addWord(lines, facts, "proof", PROOFS);
        addWord(lines, facts, "channel", CHANNELS);
        add(lines, facts, "signer_country", code -> StateNames.of(code, language));
        addWord(lines, facts, "document_expired", Set.of("true", "false"));
        return lines;
    }

    /** Whether the document was a specimen, so that nobody takes the person for real. */
    boolean specimen() {
        return Boolean.TRUE.equals(evidence.get("specimen"));
    }

    /** The evidence as it came, for those who want to look closer. */
    Map<String, String> technical() {
        Map<String, String> rows = new TreeMap<>();
        evidence.forEach((name, value) -> rows.put(name, String.valueOf(value)));
        return rows;
    }

    private static void add(List<Line> lines, ClaimAccessor claims, String name, UnaryOperator<String> reading) {
        String value = claims.hasClaim(name) ? claims.getClaimAsString(name) : null;
        if (value != null && !value.isBlank()) {
            lines.add(Line.plain("label." + name, reading.apply(value)));
        }
    }

    /** A word we have a text for is shown as that text, any other as it came. */
    private static void addWord(List<Line> lines, ClaimAccessor claims, String name, Set<String> known) {
        String value = claims.hasClaim(name) ? claims.getClaimAsString(name) : null;
        if (value != null && !value.isBlank()) {
            String label = "label." + name;
            lines.add(known.contains(value) ? Line.text(label, name + "." + value) : Line.plain(label, value));
        }
    }

    private static String readable(String isoDate, Locale language) {
        try {
            return LocalDate.parse(isoDate)
                    .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language));
        } catch (DateTimeParseException onlyPartlyKnown) {
            return isoDate;
        }
    }
}
