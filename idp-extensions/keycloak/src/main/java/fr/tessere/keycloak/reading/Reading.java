package fr.tessere.keycloak.reading;

import fr.tessere.protocol.card.FileId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What one reading is for; the same under both its handles.
 *
 * @param id names it inside the server; never leaves it
 * @param realm name of the realm
 * @param clientId the service that asks
 * @param tab the browser tab's authentication session
 * @param service name of the service for people
 * @param claims words of the claims it asks for
 * @param level least level of assurance
 * @param comparisonCode 4 digits that page and reader show
 * @param specimens true if specimen documents are accepted
 * @param expires end of the reading
 */
public record Reading(
        String id,
        String realm,
        String clientId,
        String tab,
        String service,
        List<String> claims,
        String level,
        String comparisonCode,
        boolean specimens,
        Instant expires) {
    /** Word of a claim that DG11 answers: the place of birth. */
    public static final String PLACE_OF_BIRTH = "place-of-birth";
    /** Word of a claim that DG11 answers: names with their accents. */
    public static final String NAMES_IN_FULL = "names-in-full";

    public Reading {
        claims = List.copyOf(claims);
    }

    /** Files to read: DG11 only if a claim is about what only DG11 says. */
    Set<FileId> wanted() {
        return claims.contains(PLACE_OF_BIRTH) || claims.contains(NAMES_IN_FULL)
                ? Set.of(FileId.DG1, FileId.DG11)
                : Set.of(FileId.DG1);
    }
}
