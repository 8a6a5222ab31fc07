package fr.tessere.specimen.vectors;

/**
 * The same command and answer inside and outside secure messaging.
 *
 * @param plain as the two sides mean it
 * @param wire as it goes over the wire
 */
public record ProtectedExchange(Exchange plain, Exchange wire) {}
