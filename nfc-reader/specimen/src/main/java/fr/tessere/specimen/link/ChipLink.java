package fr.tessere.specimen.link;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.chip.SoftwareChip;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;

/**
 * One connection between a terminal and a chip, whoever opened it. A message of 1 byte is for the field: 0 off, 1 on,
 * 2 reset, 4 asks for the answer to reset; only the last is answered. Longer messages are commands, answered one by one.
 */
final class ChipLink {
    private static final int OFF = 0;
    private static final int ON = 1;
    private static final int RESET = 2;
    private static final int ANSWER_TO_RESET = 4;

    private final SoftwareChip chip;
    private final Socket socket;

    ChipLink(SoftwareChip chip, Socket socket) {
        this.chip = chip;
        this.socket = socket;
    }

    /** Serves until the other side closes; an unknown control or an empty message ends the connection too. */
    void serve() throws IOException {
        socket.setTcpNoDelay(true);
        DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        for (int first = in.read(); first >= 0; first = in.read()) {
            int length = first << 8 | in.readUnsignedByte();
            byte[] message = new byte[length];
            in.readFully(message);
            boolean understood = length > 1 ? command(Bytes.of(message)) : length == 1 && control(message[0]);
            if (!understood) {
                return;
            }
        }
    }

    private boolean command(Bytes command) throws IOException {
        send(chip.transmit(command));
        return true;
    }

    private boolean control(int code) throws IOException {
        switch (code) {
            case OFF, ON, RESET -> chip.reset();
            case ANSWER_TO_RESET -> send(chip.answerToReset());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** One write for length and bytes: two would cost a delayed acknowledgement each (40 ms). */
    private void send(Bytes answer) throws IOException {
        byte[] length = {(byte) (answer.length() >> 8), (byte) answer.length()};
        socket.getOutputStream().write(Bytes.concat(Bytes.of(length), answer).toArray());
        socket.getOutputStream().flush();
    }
}
