package fr.tessere.keycloak.login;

import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.assurance.AssurancePolicy;
import java.util.List;
import java.util.Optional;

/**
 * The least level that satisfies the service.
 *
 * @param level empty if the service named only levels that are not known here: then none satisfies it
 */
record AskedLevel(Optional<AssuranceLevel> level) {

    /**
     * From the values of {@code acr} that the service named, essential or not; naming several, it is satisfied with any of
     * them. Naming none, it takes the lowest.
     */
    static AskedLevel of(List<String> acrValues) {
        if (acrValues.isEmpty()) {
            return new AskedLevel(Optional.of(AssuranceLevel.EIDAS1));
        }
        return new AskedLevel(acrValues.stream()
                .flatMap(acr -> AssuranceLevel.ofAcr(acr).stream())
                .min(Enum::compareTo));
    }

    /** True if a document, with a second factor where that is needed, can reach it without anybody else's help. */
    boolean reachable(AssurancePolicy policy) {
        return level.isPresent()
                && policy.rules().stream()
                        .anyMatch(rule -> rule.level().reaches(level.get()) && !rule.holderVerified());
    }
}
