package fr.tessere.keycloak.reading;

import java.util.List;

/**
 * A browser asks for a reading.
 *
 * @param realm name of the realm
 * @param clientId the service that asks
 * @param tab the browser tab's authentication session
 * @param service name of the service for people
 * @param claims words of the claims it asks for
 * @param level least level of assurance
 * @param specimens true if specimen documents are accepted
 */
public record Order(
        String realm,
        String clientId,
        String tab,
        String service,
        List<String> claims,
        String level,
        boolean specimens) {}
