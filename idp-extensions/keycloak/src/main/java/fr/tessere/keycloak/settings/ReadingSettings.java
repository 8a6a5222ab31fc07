package fr.tessere.keycloak.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a reading lives, and where the reader program of a citizen listens.
 *
 * @param lifetime from the page to the proof, 30 seconds to 15 minutes
 * @param shortAddress leads to the page where a short code is typed, if the operator has one that is easier to type
 * @param readerPort port of the reader's page on the citizen's own machine, 1 to 65,535
 */
public record ReadingSettings(Duration lifetime, int readerPort, Optional<URI> shortAddress) {}
