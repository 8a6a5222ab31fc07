package fr.tessere.claims.minimal;

import fr.tessere.verification.identity.BirthDate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers that say no more than they must. What the document does not know is left out, and never answered with no. */
public final class MinimalAnswers {
    /** Ages that can be asked for, years. */
    public static final List<Integer> AGES = List.of(13, 16, 18, 65);

    /** Members of the European Union, codes of ICAO 9303-3 §5. */
    private static final Set<String> UNION = Set.of(
            "AUT", "BEL", "BGR", "CYP", "CZE", "D", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GRC", "HRV", "HUN",
            "IRL", "ITA", "LTU", "LUX", "LVA", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "SWE");

    private MinimalAnswers() {}

    /** All of them; who asks takes one. {@code age_over_N} is true only if it is certain. */
    public static Map<String, Object> of(BirthDate born, String nationality, Instant at) {
        Map<String, Object> answers = new LinkedHashMap<>();
        if (born.year() > 0) {
            AGES.forEach(age -> answers.put("age_over_" + age, born.ageOver(age, at)));
            answers.put("birth_year", "%04d".formatted(born.year()));
        }
        if (!nationality.isEmpty()) {
            answers.put("eu_national", UNION.contains(nationality));
        }
        return answers;
    }
}
