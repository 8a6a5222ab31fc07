package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.card.StatusWord;
import java.math.BigInteger;
import java.util.List;

/** One secure channel, the chip's end (ICAO 9303-11 §9.8): opens commands, protects answers, counts both. */
final class SecureMessaging {
    /** Bits of the class byte that say: secure messaging with an authenticated header. */
    static final int CLASS_BITS = 0x0C;

    private static final int CHECKSUM_OBJECT = 10;
    private static final int STATUS_OBJECT = 4;

    private final SessionKeys keys;
    private final int block;
    private BigInteger counter;

    /** A channel whose counter stands at this value; it is increased before each command and each answer. */
    SecureMessaging(SessionKeys keys, Bytes counter) {
        this.keys = keys;
        this.block = keys.cipher().blockLength();
        this.counter = new BigInteger(1, counter.toArray());
    }

    /** A channel as PACE and Chip Authentication begin it, with the counter at 0. */
    static SecureMessaging fromZero(SessionKeys keys) {
        return new SecureMessaging(keys, Bytes.EMPTY);
    }

    /** The command inside, once its checksum holds. 6987: an object is missing; 6988: an object is wrong. */
    CommandApdu unwrap(CommandApdu command) throws MisuseException {
        counter = counter.add(BigInteger.ONE);
        Bytes objects = command.data();
        int end = objects.length() - CHECKSUM_OBJECT;
        MisuseException.require(
                end >= 0 && objects.at(end) == 0x8E && objects.at(end + 1) == 8, StatusWord.SM_OBJECTS_MISSING);
        Bytes covered = objects.slice(0, end);
        Bytes header = Bytes.of((byte) command.cla(), (byte) command.ins(), (byte) command.p1(), (byte) command.p2());
        Bytes expected = checksum(Bytes.concat(counterBytes(), Padding.add(header, block)), covered);
        MisuseException.require(expected.equals(objects.from(end + 2)), StatusWord.SM_OBJECTS_WRONG);
        return open(command, covered);
    }

    private CommandApdu open(CommandApdu command, Bytes covered) throws MisuseException {
        Bytes data = Bytes.EMPTY;
        int expected = 0;
        int last = 0;
        for (StrictTlv object : objectsIn(covered)) {
            MisuseException.require(object.tag() > last, StatusWord.SM_OBJECTS_WRONG);
            last = object.tag() == 0x85 ? 0x87 : object.tag();
            switch (object.tag()) {
                case 0x85 -> data = decrypt(command.ins(), 1, object.value());
                case 0x87 -> {
                    boolean padded =
                            object.value().length() > 0 && object.value().at(0) == 1;
                    MisuseException.require(padded, StatusWord.SM_OBJECTS_WRONG);
                    data = decrypt(command.ins(), 0, object.value().from(1));
                }
                case 0x97 -> expected = expected(object.value());
                default -> throw new MisuseException(StatusWord.SM_OBJECTS_WRONG);
            }
        }
        return new CommandApdu(command.cla() & ~CLASS_BITS, command.ins(), command.p1(), command.p2(), data, expected);
    }

    /** The answer under protection, also an answer that only says no. */
    ResponseApdu wrap(ResponseApdu answer, boolean oddInstruction) {
        counter = counter.add(BigInteger.ONE);
        Bytes data = Bytes.EMPTY;
        if (!answer.data().isEmpty()) {
            Bytes encrypted = BlockCiphers.encrypt(
                    keys.cipher(), keys.encryption(), initialVector(), Padding.add(answer.data(), block));
            data = oddInstruction
                    ? new StrictTlv(0x85, encrypted).encode()
                    : new StrictTlv(0x87, Bytes.concat(Bytes.of((byte) 1), encrypted)).encode();
        }
        Bytes status = new StrictTlv(0x99, ResponseApdu.of(answer.status()).encode()).encode();
        Bytes covered = Bytes.concat(data, status);
        Bytes sum = new StrictTlv(0x8E, checksum(counterBytes(), covered)).encode();
        return new ResponseApdu(Bytes.concat(covered, sum), answer.status());
    }

    /** Most data bytes whose protected answer has a data field of at most this many bytes. */
    int room(int wire, boolean oddInstruction) {
        int indicator = oddInstruction ? 0 : 1;
        int left = wire - STATUS_OBJECT - CHECKSUM_OBJECT;
        int value = left - (left <= 0x81 ? 2 : left <= 0x102 ? 3 : 4);
        int blocks = (value - indicator) / block;
        return Math.max(0, blocks * block - 1);
    }

    private Bytes decrypt(int instruction, int parity, Bytes encrypted) throws MisuseException {
        boolean whole = !encrypted.isEmpty() && encrypted.length() % block == 0;
        MisuseException.require(whole && (instruction & 1) == parity, StatusWord.SM_OBJECTS_WRONG);
        return Padding.remove(BlockCiphers.decrypt(keys.cipher(), keys.encryption(), initialVector(), encrypted));
    }

    private static int expected(Bytes value) throws MisuseException {
        int length = value.length();
        MisuseException.require(length == 1 || length == 2, StatusWord.SM_OBJECTS_WRONG);
        int number = length == 1 ? value.at(0) : value.at(0) << 8 | value.at(1);
        return number == 0 ? 1 << 8 * length : number;
    }

    private static List<StrictTlv> objectsIn(Bytes covered) throws MisuseException {
        try {
            return StrictTlv.parseAll(covered);
        } catch (TlvException notObjects) {
            throw new MisuseException(StatusWord.SM_OBJECTS_WRONG);
        }
    }

    private Bytes checksum(Bytes before, Bytes covered) {
        Bytes input = covered.isEmpty() ? before : Padding.add(Bytes.concat(before, covered), block);
        return BlockCiphers.checksum(keys.cipher(), keys.checksum(), input);
    }

    private Bytes initialVector() {
        if (keys.cipher() == SessionCipher.DES_EDE) {
            return Bytes.of(new byte[block]);
        }
        return BlockCiphers.encrypt(keys.cipher(), keys.encryption(), counterBytes());
    }

    private Bytes counterBytes() {
        byte[] digits = counter.toByteArray();
        byte[] fixed = new byte[block];
        int length = Math.min(digits.length, block);
        System.arraycopy(digits, digits.length - length, fixed, block - length, length);
        return Bytes.of(fixed);
    }
}
