package fr.tessere.protocol.reading;

import fr.tessere.protocol.bytes.Bytes;

/**
 * One command of the server for the chip.
 *
 * @param wrapping who protects it
 * @param apdu the command as ISO 7816-4 writes it
 */
public record ScriptCommand(Wrapping wrapping, Bytes apdu) {
    public ScriptCommand {
        InvalidMessageException.requireAtMost(Limits.APDU, apdu.length(), "bytes of a command");
        InvalidMessageException.require(apdu.length() >= 4, "a command has at least 4 bytes");
    }

    /** Who protects a command by secure messaging, and so who can read its answer; or its part in a PACE of the server. */
    public enum Wrapping {
        /** The reader wraps the command in its own channel and sends back the answer unwrapped. */
        READER("reader"),
        /** Already protected by the server: the reader passes command and answer on as they are, and cannot read them. */
        SERVER("server"),
        /**
         * MSE:Set AT of a PACE that the server runs: the reader resets the card, puts in which password it has (object 83
         * behind 80), and sends the command as it is.
         */
        PASSWORD("password"),
        /**
         * GENERAL AUTHENTICATE for the nonce of that PACE: sent as it is; in the recorded answer the nonce stands
         * decrypted by the reader, and the encrypted one never leaves it.
         */
        NONCE("nonce"),
        /** A further GENERAL AUTHENTICATE of that PACE: command and answer as they are. */
        PLAIN("plain");

        private final String word;

        Wrapping(String word) {
            this.word = word;
        }

        /** The word used in messages. */
        public String word() {
            return word;
        }
    }
}
