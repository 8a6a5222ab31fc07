package fr.tessere.keycloak.login;

import fr.tessere.claims.request.ScopeContents;
import fr.tessere.keycloak.reading.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of claims in the words of the reading resource (protocol.md), as page and reader show them. */
final class ReaderWords {
    /** In the order in which they are shown. What has no word is not read from the document. */
    private static final List<Map.Entry<String, String>> WORDS = List.of(
            Map.entry("family_name", "family-name"),
            Map.entry("given_name", "given-names"),
            Map.entry("birthdate", "birth-date"),
            Map.entry("gender", "sex"),
            Map.entry("nationalities", "nationality"),
            Map.entry("birthplace", Reading.PLACE_OF_BIRTH),
            Map.entry("birthcountry", Reading.PLACE_OF_BIRTH),
            Map.entry("age_over_13", "age-over-13"),
            Map.entry("age_over_16", "age-over-16"),
            Map.entry("age_over_18", "age-over-18"),
            Map.entry("age_over_65", "age-over-65"),
            Map.entry("birth_year", "birth-year"),
            Map.entry("eu_national", "eu-national"),
            Map.entry("document_type", "document-type"),
            Map.entry("issuing_state", "issuing-state"));

    private ReaderWords() {}

    /**
     * The words for what a service asks for.
     *
     * @param scopes the scopes it is granted
     * @param named the claims it asks for by name
     */
    static List<String> of(Set<String> scopes, Collection<String> named) {
        Set<String> claims = new LinkedHashSet<>(ScopeContents.answered(scopes));
        claims.addAll(named);
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, String> word : WORDS) {
            if (claims.contains(word.getKey()) && !words.contains(word.getValue())) {
                words.add(word.getValue());
            }
        }
        // the identité pivot wants the names of the civil register
        if (scopes.contains("profile")) {
            words.add(Reading.NAMES_IN_FULL);
        }
        return words;
    }
}
