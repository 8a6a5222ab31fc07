package fr.tessere.keycloak.token;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What tokens say of a sign-in besides its level, and nothing of the person: her claims are released elsewhere. */
public enum Part {
    /** A mark that every token of a specimen document has, whatever was asked for; a State's document has none. */
    SPECIMEN {
        @Override
        public Map<String, Object> claims(SignedInCitizen citizen, Optional<Instant> compared) {
            return citizen.specimen() ? Map.of("tessere_specimen", true) : Map.of();
        }
    },
    /** What was proven. */
    EVIDENCE {
        @Override
        public Map<String, Object> claims(SignedInCitizen citizen, Optional<Instant> compared) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("passive_authentication", "successful");
            facts.put("proof", citizen.proof());
            facts.put("document_expired", citizen.documentExpired());
            facts.put("specimen", citizen.specimen());
            facts.put("channel", citizen.channel());
            facts.put("weaknesses", citizen.weaknesses());
            facts.put("checked_at", citizen.at().getEpochSecond());
            compared.ifPresent(at -> facts.put("holder_compared_at", at.getEpochSecond()));
            return Map.of("tessere_evidence", facts);
        }
    };

    /**
     * The claims of this part.
     *
     * @param compared when an agent compared the holder with the document, if the level of this sign-in rests on that
     */
    public abstract Map<String, Object> claims(SignedInCitizen citizen, Optional<Instant> compared);

    /** The word in a mapper's configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part with this word. */
    public static Optional<Part> ofWord(String word) {
        return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
    }
}
