package fr.tessere.reader.card;

import fr.tessere.protocol.bytes.Bytes;

/**
 * One command and its answer, without their content.
 *
 * @param instruction instruction byte of the command
 * @param sent bytes of the command
 * @param received bytes of the answer, status word included
 * @param status status word, 0x6000 to 0x9FFF from a card that keeps the standard
 */
public record Exchange(int instruction, int sent, int received, int status) {

    static Exchange of(Bytes command, Bytes answer) {
        int status = answer.length() < 2 ? 0 : answer.at(answer.length() - 2) << 8 | answer.at(answer.length() - 1);
        return new Exchange(command.length() < 2 ? 0 : command.at(1), command.length(), answer.length(), status);
    }

    /** One line for a trace, for example {@code B0   19 bytes ->  242 bytes 9000}. */
    @Override
    public String toString() {
        return "%02X %4d bytes -> %5d bytes %04X".formatted(instruction, sent, received, status);
    }
}
