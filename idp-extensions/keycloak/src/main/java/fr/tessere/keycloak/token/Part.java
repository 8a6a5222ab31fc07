package fr.tessere.keycloak.token;

import fr.tessere.claims.pivot.Pivot;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one client scope releases. */
public enum Part {
    /** Names, birth date, gender, nationalities (OpenID Connect Core §5.1, OpenID for Identity Assurance §4). */
    IDENTITY {
        @Override
        public Map<String, Object> claims(SignedInCitizen citizen, Instant at) {
            Map<String, Object> claims = new LinkedHashMap<>();
            putText(claims, "family_name", citizen.familyName());
            putText(claims, "given_name", citizen.givenNames());
            putText(
                    claims,
                    "name",
                    Stream.of(citizen.givenNames(), citizen.familyName())
                            .filter(part -> !part.isBlank())
                            .collect(Collectors.joining(" ")));
            putText(claims, "birthdate", Pivot.birthdate(citizen.birthDate()));
            // X in the document is "unspecified", for which OpenID Connect has no word: no claim
            putText(claims, "gender", Map.of("F", "female", "M", "male").getOrDefault(citizen.sex(), ""));
            claims.put("nationalities", List.of(citizen.nationality()));
            return claims;
        }
    },
    /** Whether 18 or older, without the birth date. */
    AGE {
        @Override
        public Map<String, Object> claims(SignedInCitizen citizen, Instant at) {
            return Map.of("age_over_18", citizen.birthDate().ageOver(18, at));
        }
    },
    /** A mark that every token of a specimen document has, whatever was asked for; a State's document has none. */
    SPECIMEN {
        @Override
        public Map<String, Object> claims(SignedInCitizen citizen, Instant at) {
            return citizen.specimen() ? Map.of("tessere_specimen", true) : Map.of();
        }
    },
    /** Type of document, issuing State. */
    DOCUMENT {
        @Override
        public Map<String, Object> claims(SignedInCitizen citizen, Instant at) {
            return Map.of(
                    "document_type", documentType(citizen.documentType()), "issuing_state", citizen.issuingState());
        }
    },
    /** What was proven, no personal data. */
    EVIDENCE {
        @Override
        public Map<String, Object> claims(SignedInCitizen citizen, Instant at) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("passive_authentication", "successful");
            facts.put("proof", citizen.proof());
            facts.put("document_expired", citizen.documentExpired());
            facts.put("specimen", citizen.specimen());
            facts.put("channel", citizen.channel());
            facts.put("weaknesses", citizen.weaknesses());
            facts.put("checked_at", citizen.at().getEpochSecond());
            return Map.of("tessere_evidence", facts);
        }
    };

    /** The claims of this part. */
    public abstract Map<String, Object> claims(SignedInCitizen citizen, Instant at);

    /** True if it tells something of the person, and not only how she was checked. */
    public boolean isPersonal() {
        return this != EVIDENCE;
    }

    /** The word in a mapper's configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part with this word. */
    public static Optional<Part> ofWord(String word) {
        return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
    }

    private static void putText(Map<String, Object> claims, String name, String value) {
        if (!value.isBlank()) {
            claims.put(name, value);
        }
    }

    /** Words of OpenID for Identity Assurance for the document codes of ICAO 9303-4 to -6. */
    private static String documentType(String code) {
        if (code.startsWith("P")) {
            return "passport";
        }
        if (code.equals("AR") || code.equals("IR")) {
            return "residence_permit";
        }
        return "idcard";
    }
}
