package fr.tessere.protocol.card;

import fr.tessere.protocol.bytes.Bytes;

/**
 * A card's answer (ISO 7816-4 §5.1): data, then two bytes of status.
 *
 * @param data 0 to 65,536 bytes
 * @param status the status word
 */
public record ResponseApdu(Bytes data, StatusWord status) {

    /** An answer without data. */
    public static ResponseApdu of(StatusWord status) {
        return new ResponseApdu(Bytes.EMPTY, status);
    }

    /** Reads an answer as it came over the wire; refuses fewer than 2 bytes and what cannot be a status word. */
    public static ResponseApdu parse(Bytes raw) {
        int length = raw.length();
        if (length < 2) {
            throw new IllegalArgumentException("an answer has at least 2 bytes, got " + length);
        }
        StatusWord status = new StatusWord(raw.at(length - 2) << 8 | raw.at(length - 1));
        return new ResponseApdu(raw.slice(0, length - 2), status);
    }

    /** The answer as it goes over the wire. */
    public Bytes encode() {
        return Bytes.concat(data, Bytes.of((byte) (status.value() >> 8), (byte) status.value()));
    }
}
