package fr.tessere.claims.request;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which claims a scope stands for: what it answers by itself, and what it allows to be asked for by name. */
public final class ScopeContents {
    private static final List<String> AGES = List.of("age_over_13", "age_over_16", "age_over_18", "age_over_65");

    private static final Map<String, List<String>> ANSWERED = Map.ofEntries(
            Map.entry("profile", List.of("given_name", "family_name", "birthdate", "gender")),
            Map.entry("email", List.of("email", "email_verified")),
            Map.entry("preferred_username", List.of("preferred_username")),
            Map.entry("birthplace", List.of("birthplace")),
            Map.entry("birthcountry", List.of("birthcountry")),
            Map.entry("identity", List.of("family_name", "given_name", "name", "birthdate", "gender", "nationalities")),
            Map.entry("age", List.of("age_over_18")),
            Map.entry("birth_year", List.of("birth_year")),
            Map.entry("eu_national", List.of("eu_national")),
            Map.entry("document", List.of("document_type", "issuing_state")),
            Map.entry("claim_origins", List.of("claim_origins")));

    private static final Map<String, List<String>> ALLOWED = Map.of(
            "age", AGES,
            "profile", List.of("name", "birth_year"),
            "identity", List.of("birth_year", "eu_national"));

    private ScopeContents() {}

    /** Names of all scopes that stand for claims of a person. */
    public static Set<String> names() {
        return ANSWERED.keySet();
    }

    /** The claims that userinfo answers for these scopes. */
    public static Set<String> answered(Collection<String> scopes) {
        Set<String> claims = new LinkedHashSet<>();
        scopes.forEach(scope -> claims.addAll(ANSWERED.getOrDefault(scope, List.of())));
        return claims;
    }

    /** The claims that a service which is registered for these scopes may ask for by name. */
    public static Set<String> allowed(Collection<String> scopes) {
        Set<String> claims = answered(scopes);
        scopes.forEach(scope -> claims.addAll(ALLOWED.getOrDefault(scope, List.of())));
        return claims;
    }
}
