package fr.tessere.specimen.vectors;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import java.util.List;

/**
 * One run of PACE as the standard works it out: what both sides draw, what goes over the wire, what they reach.
 *
 * @param protocol content of the object identifier, 10 bytes
 * @param parameterId number of the standardised domain parameters
 * @param password a CAN, or the three fields of the MRZ: document number, birth and expiry, YYMMDD
 * @param chipDraws random bytes of the chip, in their order: nonce, mapping key if any, agreement key
 * @param terminalDraws random bytes of the terminal: mapping key or nonce, agreement key
 * @param exchanges MSE:Set AT, then the four GENERAL AUTHENTICATE commands
 * @param encryptionKey KS.Enc
 * @param checksumKey KS.MAC
 */
public record PaceExample(
        Bytes protocol,
        int parameterId,
        List<String> password,
        List<Bytes> chipDraws,
        List<Bytes> terminalDraws,
        List<Exchange> exchanges,
        Bytes encryptionKey,
        Bytes checksumKey) {
    public PaceExample {
        password = List.copyOf(password);
        chipDraws = List.copyOf(chipDraws);
        terminalDraws = List.copyOf(terminalDraws);
        exchanges = List.copyOf(exchanges);
    }

    /** EF.CardAccess with this one PACEInfo. */
    public Bytes cardAccess() {
        Bytes info = Bytes.concat(
                new StrictTlv(0x06, protocol).encode(),
                Bytes.of((byte) 2, (byte) 1, (byte) 2),
                Bytes.of((byte) 2, (byte) 1, (byte) parameterId));
        return new StrictTlv(0x31, new StrictTlv(0x30, info).encode()).encode();
    }

    /**
     * The commands and answers around the values.
     *
     * @param password 1 for the MRZ, 2 for the CAN
     * @param terminal data of the terminal: mapping, public key, token
     * @param chip data of the chip: encrypted nonce, mapping, public key, token
     * @param behindToken objects that the chip sends behind its token
     */
    static List<Exchange> exchanges(
            Bytes protocol, int password, List<Bytes> terminal, List<Bytes> chip, Bytes behindToken) {
        Bytes template = Bytes.concat(object(0x80, protocol), object(0x83, Bytes.of((byte) password)));
        Bytes token = Bytes.concat(object(0x86, chip.get(3)), behindToken);
        return List.of(
                Exchange.ofHex("0022C1A4" + withLength(template), "9000"),
                step(0x10, Bytes.EMPTY, object(0x80, chip.get(0))),
                step(0x10, object(0x81, terminal.get(0)), object(0x82, chip.get(1))),
                step(0x10, object(0x83, terminal.get(1)), object(0x84, chip.get(2))),
                step(0x00, object(0x85, terminal.get(2)), token));
    }

    private static Exchange step(int classByte, Bytes command, Bytes answer) {
        return Exchange.ofHex(
                "%02X860000%s00".formatted(classByte, withLength(object(0x7C, command))),
                object(0x7C, answer).toHex() + "9000");
    }

    private static Bytes object(int tag, Bytes value) {
        return new StrictTlv(tag, value).encode();
    }

    private static String withLength(Bytes data) {
        return "%02X%s".formatted(data.length(), data.toHex());
    }
}
