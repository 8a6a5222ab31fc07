package fr.tessere.verification.trust;

import java.time.Instant;
import java.util.Optional;

/**
 * What a node trusts at this moment, and what it would trust if the folder were right.
 *
 * @param current in force
 * @param since when it came into force here
 * @param changes what came and went with it; empty for the first since the start
 * @param broken what is wrong with the folder as it lies there now, if that is not what is in force
 * @param looked when the folder was last looked at
 */
public record TrustState(
        TrustSurvey current, Instant since, Optional<TrustChanges> changes, Optional<Broken> broken, Instant looked) {

    /**
     * Why the folder's contents are not in force.
     *
     * @param since when that was first seen
     * @param file the file that is to blame; empty if it is the folder as a whole
     * @param fault why
     */
    public record Broken(Instant since, String file, TrustFault fault) {}

    TrustState seen(Instant at) {
        return new TrustState(current, since, changes, broken, at);
    }

    TrustState whole(Instant at) {
        return new TrustState(current, since, changes, Optional.empty(), at);
    }

    TrustState broken(String file, TrustFault fault, Instant at) {
        Instant first = broken.map(Broken::since).orElse(at);
        return new TrustState(current, since, changes, Optional.of(new Broken(first, file, fault)), at);
    }
}
