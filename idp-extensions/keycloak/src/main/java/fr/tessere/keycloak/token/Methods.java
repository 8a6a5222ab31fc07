package fr.tessere.keycloak.token;

import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.assurance.Factor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the person of a session signed in, and when last by each method: a note of the user session, no personal data.
 *
 * @param last when each method was used last
 * @param reaches what the document that was read last reaches together with a second factor; the lowest level if none was
 */
public record Methods(Map<Method, Instant> last, AssuranceLevel reaches) {
    /** Name of the note. */
    public static final String NOTE = "tessere.methods";
    /** Nothing was shown yet. */
    public static final Methods NONE = new Methods(Map.of(), AssuranceLevel.EIDAS1);

    private static final String REACHES = "reaches";

    public Methods {
        last = Map.copyOf(last);
    }

    /** The methods of such a note; none if there is no note. */
    public static Methods ofNote(@Nullable String note) {
        Map<Method, Instant> last = new EnumMap<>(Method.class);
        AssuranceLevel reaches = AssuranceLevel.EIDAS1;
        for (String entry : note == null || note.isEmpty() ? new String[0] : note.split(" ", -1)) {
            String[] parts = entry.split("=", 2);
            if (parts[0].equals(REACHES)) {
                reaches = AssuranceLevel.ofAcr(parts[1]).orElse(AssuranceLevel.EIDAS1);
            } else {
                Method.ofWord(parts[0])
                        .ifPresent(method -> last.put(method, Instant.ofEpochSecond(Long.parseLong(parts[1]))));
            }
        }
        return new Methods(last, reaches);
    }

    /** One line for a note. */
    public String note() {
        List<String> entries = new ArrayList<>(List.of(REACHES + "=" + reaches.acr()));
        last.forEach((method, at) -> entries.add(method.word() + "=" + at.getEpochSecond()));
        return String.join(" ", entries);
    }

    /** The same, and a document was read now. */
    public Methods withDocument(boolean chip, AssuranceLevel withSecondFactor, Instant at) {
        Map<Method, Instant> now = new EnumMap<>(Method.class);
        now.putAll(last);
        now.remove(Method.CHIP);
        now.remove(Method.DOCUMENT);
        now.put(chip ? Method.CHIP : Method.DOCUMENT, at);
        return new Methods(now, withSecondFactor);
    }

    /** The same, and this was used now. */
    public Methods with(Method method, Instant at) {
        Map<Method, Instant> now = new EnumMap<>(Method.class);
        now.putAll(last);
        now.put(method, at);
        return new Methods(now, reaches);
    }

    /** True if this was used, and not before that time. */
    public boolean since(Method method, Instant earliest) {
        return Optional.ofNullable(last.get(method))
                .filter(at -> !at.isBefore(earliest))
                .isPresent();
    }

    /** True if a chip proved that it is the original, and not before that time. */
    public boolean chipSince(Instant earliest) {
        return since(Method.CHIP, earliest);
    }

    /** True if a document of any kind was read, and not before that time. */
    public boolean documentSince(Instant earliest) {
        return since(Method.CHIP, earliest) || since(Method.DOCUMENT, earliest);
    }

    /** Second factors that were shown, and not before that time. */
    public Set<Factor> factorsSince(Instant earliest) {
        return last.keySet().stream()
                .filter(method -> since(method, earliest))
                .flatMap(method -> method.factor().stream())
                .collect(Collectors.toSet());
    }

    /**
     * What a sign-in at this level rests on, in the words of RFC 8176: {@code hwk} for the key of a chip, {@code pin} for the
     * personal code, {@code user} for a passkey that verified its user, {@code mfa} for two factors of different kinds.
     */
    public List<String> amr(AssuranceLevel level) {
        List<String> words = new ArrayList<>();
        boolean second = level.reaches(AssuranceLevel.EIDAS2);
        boolean chip = last.containsKey(Method.CHIP);
        boolean passkey = last.containsKey(Method.PASSKEY) && (second || !chip);
        boolean code = last.containsKey(Method.PERSONAL_CODE) && second;
        if (chip) {
            words.add("hwk");
        }
        if (code) {
            words.add("pin");
        }
        if (passkey) {
            words.add("user");
        }
        if (passkey || chip && code) {
            words.add("mfa");
        }
        return words;
    }
}
