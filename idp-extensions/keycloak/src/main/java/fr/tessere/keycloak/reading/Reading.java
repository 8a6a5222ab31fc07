package fr.tessere.keycloak.reading;

import java.time.Instant;
import java.util.List;

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
    public Reading {
        claims = List.copyOf(claims);
    }
}
