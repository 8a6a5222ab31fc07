package fr.tessere.verification;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.specimen.chip.ChipContents;
import fr.tessere.specimen.chip.SoftwareChip;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What a reader does in a PACE of the server: says that it has the CAN, decrypts the nonce, passes the rest on. */
final class PaceAtHand {
    private static final Bytes CAN = Bytes.ofHex("830102");

    private final ChipContents contents;
    private final SoftwareChip chip;
    private int cipher;
    private boolean underWay;

    PaceAtHand(ChipContents contents) {
        this.contents = contents;
        chip = new SoftwareChip(contents);
    }

    boolean isUnderWay() {
        return underWay;
    }

    Bytes transmit(ScriptCommand command) {
        return switch (command.wrapping()) {
            case PASSWORD -> select(CommandApdu.parse(command.apdu()));
            case NONCE -> nonce(chip.transmit(command.apdu()));
            default -> chip.transmit(command.apdu());
        };
    }

    private Bytes select(CommandApdu command) {
        underWay = true;
        chip.reset();
        Bytes protocol = command.data().slice(0, 12);
        cipher = protocol.at(11);
        Bytes data = Bytes.concat(protocol, CAN, command.data().from(12));
        return chip.transmit(
                new CommandApdu(command.cla(), command.ins(), command.p1(), command.p2(), data, 0).encode());
    }

    private Bytes nonce(Bytes answer) {
        try {
            StrictTlv encrypted = StrictTlv.parse(
                            0x7C, ResponseApdu.parse(answer).data())
                    .children()
                    .get(0);
            Cipher aes = Cipher.getInstance("AES/CBC/NoPadding");
            aes.init(Cipher.DECRYPT_MODE, new SecretKeySpec(passwordKey(), "AES"), new IvParameterSpec(new byte[16]));
            Bytes nonce = Bytes.of(aes.doFinal(encrypted.value().toArray()));
            Bytes data = new StrictTlv(0x7C, new StrictTlv(0x80, nonce).encode()).encode();
            return Bytes.concat(data, Bytes.ofHex("9000"));
        } catch (GeneralSecurityException | TlvException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private byte[] passwordKey() throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance(cipher > 2 ? "SHA-256" : "SHA-1");
        digest.update(contents.secrets().can().orElseThrow().getBytes(StandardCharsets.US_ASCII));
        digest.update(new byte[] {0, 0, 0, 3});
        return Arrays.copyOf(digest.digest(), 8 * cipher);
    }
}
