package fr.tessere.keycloak.settings;

import java.time.Duration;

/**
 * How long a reading lives, and where the reader program of a citizen listens.
 *
 * @param lifetime from the page to the proof, 30 seconds to 15 minutes
 * @param readerPort port of the reader's page on the citizen's own machine, 1 to 65,535
 */
public record ReadingSettings(Duration lifetime, int readerPort) {}
