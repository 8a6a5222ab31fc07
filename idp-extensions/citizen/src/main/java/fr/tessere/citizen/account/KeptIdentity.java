package fr.tessere.citizen.account;

import fr.tessere.keycloak.login.SessionIdentity;
import java.time.Instant;

/**
 * What is kept for a passkey of the session that enrolled it.
 *
 * @param identity who the person is, and by which document
 * @param since when the passkey was enrolled
 */
public record KeptIdentity(SessionIdentity identity, Instant since) {}
