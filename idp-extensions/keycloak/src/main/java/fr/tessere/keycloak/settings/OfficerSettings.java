package fr.tessere.keycloak.settings;

import java.time.Duration;

/**
 * How officers decide together.
 *
 * @param proposals for how long a proposal waits for another officer
 * @param urgent for how long holds what one officer did alone
 */
public record OfficerSettings(Duration proposals, Duration urgent) {}
