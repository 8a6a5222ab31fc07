package fr.tessere.specimen.vectors;

import fr.tessere.protocol.bytes.Bytes;

/**
 * One command and its answer as they go over the wire.
 *
 * @param command header, lengths and data
 * @param answer data and status word
 */
public record Exchange(Bytes command, Bytes answer) {
    static Exchange ofHex(String command, String answer) {
        return new Exchange(Bytes.ofHex(command), Bytes.ofHex(answer));
    }
}
