package fr.tessere.keycloak.login;

import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.assurance.AssurancePolicy;
import java.util.Optional;

/**
 * The least level that satisfies the service.
 *
 * @param level empty if the service named only levels that are not known here: then none satisfies it
 */
record AskedLevel(Optional<AssuranceLevel> level) {

    /** True if somebody can reach it here. */
    boolean reachable(AssurancePolicy policy) {
        return level.isPresent()
                && policy.rules().stream().anyMatch(rule -> rule.level().reaches(level.get()));
    }

    /** True if only somebody can reach it whom an agent compared with the document. */
    boolean needsHolder(AssurancePolicy policy) {
        return level.isPresent() && policy.needsHolder(level.get());
    }
}
