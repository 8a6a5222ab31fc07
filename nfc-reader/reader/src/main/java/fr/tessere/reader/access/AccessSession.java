package fr.tessere.reader.access;

import fr.tessere.protocol.reading.AccessProtocol;

/**
 * A chip that let us in.
 *
 * @param channel secure messaging with the chip
 * @param protocol which protocol opened it
 * @param title the protocol for people
 */
public record AccessSession(SecureChannel channel, AccessProtocol protocol, String title) {}
