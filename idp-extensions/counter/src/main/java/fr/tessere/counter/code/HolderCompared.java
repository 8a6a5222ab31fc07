package fr.tessere.counter.code;

import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderEvent;

/**
 * An agent confirmed that a document is its holder's. Published to the server's listeners in the transaction that keeps the
 * comparison: this module knows nobody who tells citizens.
 *
 * @param session of the agent's request
 * @param account of the holder
 * @param language in which the holder read the code
 */
public record HolderCompared(KeycloakSession session, String account, Locale language) implements ProviderEvent {}
