package fr.tessere.keycloak.reading;

/**
 * What a one-time return code stands for.
 *
 * @param reading id of the reading
 * @param clientId the service
 * @param tab the browser tab that began
 */
public record ReturnTicket(String reading, String clientId, String tab) {}
