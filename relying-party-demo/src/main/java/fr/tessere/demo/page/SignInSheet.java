package fr.tessere.demo.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.ClaimAccessor;

/** What a token says, as lines a person can read. Shows what is there; what the provider left out has no line. */
final class SignInSheet {
    /** The claim that says what was proven, without personal data. */
    static final String EVIDENCE = "tessere_evidence";

    private static final Set<String> PROOFS =
            Set.of("chip-authentication", "active-authentication", "pace-chip-authentication-mapping", "none");
    private static final Set<String> MEANS = Set.of("hwk", "pin");
    private static final Set<String> WEAKNESSES = Set.of(
            "sha-1",
            "sha-1-challenge",
            "short-rsa-key",
            "short-curve",
            "triple-des",
            "no-signed-attributes",
            "revocation-unknown",
            "revocation-list-stale",
            "revocation-list-invalid");
    private static final Set<String> CHANNELS = Set.of("this-device", "another-device");
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
        addList(lines, token, "nationalities", code -> StateNames.of(code, language));
        addWord(lines, token, "age_over_18", Set.of("true", "false"));
        addWord(lines, token, "document_type", Set.of("idcard", "passport", "residence_permit"));
        add(lines, token, "issuing_state", code -> StateNames.of(code, language));
        return lines;
    }

    /** How strong the sign-in is, and why. */
    List<Line> proof(Locale language) {
        ClaimAccessor facts = () -> evidence;
        List<Line> lines = new ArrayList<>();
        addWord(lines, token, "acr", LEVELS);
        addEach(lines, token, "amr", MEANS, Optional.empty());
        addWord(lines, facts, "proof", PROOFS);
        addWord(lines, facts, "channel", CHANNELS);
        addWord(lines, facts, "document_expired", Set.of("true", "false"));
        addEach(lines, facts, "weaknesses", WEAKNESSES, Optional.of("other"));
        return lines;
    }

    /** Whether the document was a specimen, so that nobody takes the person for real. */
    boolean specimen() {
        return Boolean.TRUE.equals(evidence.get("specimen"));
    }

    private static void add(List<Line> lines, ClaimAccessor claims, String name, UnaryOperator<String> reading) {
        String value = claims.hasClaim(name) ? claims.getClaimAsString(name) : null;
        if (value != null && !value.isBlank()) {
            lines.add(Line.plain("label." + name, reading.apply(value)));
        }
    }

    private static void addList(List<Line> lines, ClaimAccessor claims, String name, UnaryOperator<String> reading) {
        List<String> values = claims.hasClaim(name) ? claims.getClaimAsStringList(name) : null;
        if (values != null && !values.isEmpty()) {
            lines.add(Line.plain("label." + name, values.stream().map(reading).collect(Collectors.joining(", "))));
        }
    }

    /** One line for each word of a list; a word without a text of its own has the text of another word, or no line. */
    private static void addEach(
            List<Line> lines, ClaimAccessor claims, String name, Set<String> known, Optional<String> otherwise) {
        List<String> values = claims.hasClaim(name) ? claims.getClaimAsStringList(name) : null;
        if (values != null) {
            values.stream()
                    .flatMap(value -> known.contains(value) ? Stream.of(value) : otherwise.stream())
                    .distinct()
                    .forEach(value -> lines.add(Line.text("label." + name, name + "." + value)));
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
