package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Objects;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.jmrtd.AccessKeySpec;
import org.jmrtd.BACKey;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.PassportService;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.protocol.PACEResult;

/** A terminal nobody here wrote (jMRTD), with one of our chips in its field. */
final class JmrtdTerminal {
    static final BACKey BAC_KEY = new BACKey("L898902C", "690806", "940623");

    private final SoftwareChip chip;
    private final PassportService service;

    JmrtdTerminal(SoftwareChip chip, int block) {
        this.chip = chip;
        service = new PassportService(new Field(chip), block, block, true, true);
    }

    static JmrtdTerminal before(ChipContents contents) {
        return new JmrtdTerminal(new SoftwareChip(contents), 224);
    }

    PassportService service() {
        return service;
    }

    JmrtdTerminal openWithPace(Chips.PaceWay way, AccessKeySpec key) throws CardServiceException {
        service.open();
        pace(way, key);
        service.sendSelectApplet(true);
        return this;
    }

    /** PACE as the chip stands, and no more. */
    PACEResult pace(Chips.PaceWay way, AccessKeySpec key) throws CardServiceException {
        return service.doPACE(
                key, way.oid(), PACEInfo.toParameterSpec(way.parameterId()), BigInteger.valueOf(way.parameterId()));
    }

    JmrtdTerminal openWithCan(Chips.PaceWay way) throws CardServiceException {
        return openWithPace(way, PACEKeySpec.createCANKey(Chips.CAN));
    }

    JmrtdTerminal openWithBac() throws CardServiceException {
        service.open();
        service.sendSelectApplet(false);
        service.doBAC(BAC_KEY);
        return this;
    }

    Bytes read(FileId file) throws CardServiceException, IOException {
        return Bytes.of(service.getInputStream((short) file.id(), 224).readAllBytes());
    }

    /** Sends one command under the secure channel; gives the answer without it, or as it came if it has none. */
    String secured(String command) throws CardServiceException {
        ResponseAPDU answer =
                new ResponseAPDU(chip.transmit(Bytes.ofHex(wrapped(command))).toArray());
        ResponseAPDU plain = answer.getData().length == 0
                ? answer
                : Objects.requireNonNull(service.getWrapper()).unwrap(answer);
        return Bytes.of(plain.getBytes()).toHex();
    }

    /** The command as the secure channel protects it; counts as sent. */
    String wrapped(String command) {
        CommandAPDU plain = new CommandAPDU(Bytes.ofHex(command).toArray());
        return Bytes.of(Objects.requireNonNull(service.getWrapper()).wrap(plain).getBytes())
                .toHex();
    }

    /** Takes the chip out of the field and lays it back. */
    void resetField() {
        chip.reset();
    }

    /** Sends bytes as they are. */
    String plain(String command) {
        return chip.transmit(Bytes.ofHex(command)).toHex();
    }

    private static final class Field extends CardService {
        private static final long serialVersionUID = 1L;

        private final transient SoftwareChip chip;

        Field(SoftwareChip chip) {
            this.chip = chip;
        }

        @Override
        public void open() {
            chip.reset();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public ResponseAPDU transmit(CommandAPDU command) {
            return new ResponseAPDU(chip.transmit(Bytes.of(command.getBytes())).toArray());
        }

        @Override
        public byte[] getATR() {
            return chip.answerToReset().toArray();
        }

        @Override
        public boolean isExtendedAPDULengthSupported() {
            return true;
        }

        @Override
        public void close() {}

        @Override
        public boolean isConnectionLost(Exception cause) {
            return false;
        }
    }
}
