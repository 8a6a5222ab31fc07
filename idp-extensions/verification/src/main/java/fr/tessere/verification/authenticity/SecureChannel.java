package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.card.StatusWord;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.RefusedException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * The server's end of the channel to the chip (ICAO 9303-11 §9.8). Commands are protected ahead of time: after Chip
 * Authentication or PACE command i (from 1) uses counter 2i - 1, its answer 2i.
 */
final class SecureChannel {
    private static final int SECURE_CLASS = 0x0C;
    private static final int ENCRYPTED = 0x87;
    /** The same without padding indicator, for odd instructions. */
    private static final int ENCRYPTED_OBJECTS = 0x85;

    private static final int EXPECTED = 0x97;
    private static final int STATUS = 0x99;
    private static final int MAC = 0x8E;
    private static final int STATUS_AND_MAC = 4 + 10;

    private final ChannelCipher cipher;
    private final int block;

    SecureChannel(SessionKeys keys) {
        cipher = new ChannelCipher(keys);
        block = keys.suite().blockLength();
    }

    /** Most file bytes that fit into an answer of this many bytes, status word not counted. */
    static int payload(int largestAnswer, int blockLength) {
        int header = largestAnswer <= 0x81 ? 2 : largestAnswer <= 0x102 ? 3 : 4;
        int cryptogram = largestAnswer - STATUS_AND_MAC - header - 1;
        return Math.max(cryptogram / blockLength * blockLength - 1, 1);
    }

    /** The protected form of command number i, from 1. */
    Bytes protect(int i, CommandApdu command) {
        Bytes header = Bytes.of(
                (byte) (command.cla() | SECURE_CLASS), (byte) command.ins(), (byte) command.p1(), (byte) command.p2());
        int expected = command.expected();
        Bytes length = expected > 256 ? Bytes.of((byte) (expected >> 8), (byte) expected) : Bytes.of((byte) expected);
        byte[] counter = counter(2L * i - 1);
        Bytes objects = Bytes.concat(
                encrypted(counter, command), expected == 0 ? Bytes.EMPTY : new StrictTlv(EXPECTED, length).encode());
        Bytes mac = Bytes.of(cipher.mac(padded(counter, padded(header.toArray()), objects.toArray())));
        Bytes data = Bytes.concat(objects, new StrictTlv(MAC, mac).encode());
        return new CommandApdu(
                        command.cla() | SECURE_CLASS,
                        command.ins(),
                        command.p1(),
                        command.p2(),
                        data,
                        expected > payload(256, block) ? 0x10000 : 256)
                .encode();
    }

    private Bytes encrypted(byte[] counter, CommandApdu command) {
        if (command.data().isEmpty()) {
            return Bytes.EMPTY;
        }
        Bytes cryptogram =
                Bytes.of(cipher.encrypt(counter, padded(command.data().toArray())));
        if ((command.ins() & 1) == 1) {
            return new StrictTlv(ENCRYPTED_OBJECTS, cryptogram).encode();
        }
        return new StrictTlv(ENCRYPTED, Bytes.concat(Bytes.of((byte) 1), cryptogram)).encode();
    }

    /**
     * The plain answer to command number i. An error about the length may come without protection, since it is only worth
     * another script; refuses {@code chip-not-original} anything else that the key holder did not answer.
     */
    ResponseApdu openOrLengthError(int i, ResponseApdu answer) throws RefusedException {
        if (!answer.data().isEmpty()) {
            return open(i, answer);
        }
        int status = answer.status().value();
        require(
                status == 0x6700 || status == 0x6B00 || status >> 8 == 0x6C,
                () -> "the chip answered %s without secure messaging".formatted(answer.status()));
        return answer;
    }

    /** Decrypts the chip authentication data of PACE, whose initial vector is minus one, encrypted (§4.4.3.5.1). */
    Bytes chipAuthenticationData(Bytes cryptogram) throws RefusedException {
        require(
                !cryptogram.isEmpty() && cryptogram.length() % block == 0,
                () -> "chip authentication data of %d bytes".formatted(cryptogram.length()));
        byte[] minusOne = new byte[block];
        Arrays.fill(minusOne, (byte) 0xFF);
        return unpadded(cipher.decrypt(minusOne, cryptogram.toArray()));
    }

    /** The plain answer to command number i; refuses {@code chip-not-original} what the key holder did not answer. */
    ResponseApdu open(int i, ResponseApdu answer) throws RefusedException {
        List<StrictTlv> objects = objects(answer.data());
        int at = 0;
        Bytes cryptogram = Bytes.EMPTY;
        Bytes authenticated = Bytes.EMPTY;
        if (objects.get(at).tag() == ENCRYPTED) {
            cryptogram = withoutIndicator(objects.get(at).value());
            authenticated = objects.get(at++).encode();
        } else if (objects.get(at).tag() == ENCRYPTED_OBJECTS) {
            cryptogram = objects.get(at).value();
            authenticated = objects.get(at++).encode();
        }
        require(objects.size() == at + 2, "objects of secure messaging are missing or too many");
        StrictTlv status = objects.get(at);
        StrictTlv mac = objects.get(at + 1);
        require(status.tag() == STATUS && status.value().length() == 2 && mac.tag() == MAC, "objects out of order");
        authenticated = Bytes.concat(authenticated, status.encode());
        byte[] counter = counter(2L * i);
        Bytes expected = Bytes.of(cipher.mac(padded(counter, authenticated.toArray())));
        require(expected.equals(mac.value()), "the MAC of answer " + i + " is wrong");
        int word = status.value().at(0) << 8 | status.value().at(1);
        require(word == answer.status().value(), "two different status words");
        return new ResponseApdu(plain(counter, cryptogram), new StatusWord(word));
    }

    private static Bytes withoutIndicator(Bytes value) throws RefusedException {
        require(value.length() > 1 && value.at(0) == 1, "a padding indicator that nobody uses, or no cryptogram");
        return value.from(1);
    }

    private Bytes plain(byte[] counter, Bytes cryptogram) throws RefusedException {
        if (cryptogram.isEmpty()) {
            return Bytes.EMPTY;
        }
        int length = cryptogram.length();
        require(length % block == 0, "a cryptogram of " + length + " bytes");
        return unpadded(cipher.decrypt(counter, cryptogram.toArray()));
    }

    private static Bytes unpadded(byte[] padded) throws RefusedException {
        int end = padded.length - 1;
        while (end > 0 && padded[end] == 0) {
            end--;
        }
        require(padded[end] == (byte) 0x80, "padding is missing");
        return Bytes.of(Arrays.copyOf(padded, end));
    }

    private static List<StrictTlv> objects(Bytes data) throws RefusedException {
        try {
            List<StrictTlv> objects = StrictTlv.parseAll(data);
            require(!objects.isEmpty(), "an answer without secure messaging");
            return objects;
        } catch (TlvException bad) {
            throw new RefusedException(RefusalCode.CHIP_NOT_ORIGINAL, "secure messaging: " + bad.getMessage());
        }
    }

    private byte[] counter(long value) {
        return ByteBuffer.allocate(block).putLong(block - Long.BYTES, value).array();
    }

    /** The parts one behind the other, then 80 and zeros to a whole block (ISO 9797-1 method 2). */
    private byte[] padded(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer all = ByteBuffer.allocate((length / block + 1) * block);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.put((byte) 0x80).array();
    }

    private static void require(boolean holds, String detail) throws RefusedException {
        RefusedException.require(holds, RefusalCode.CHIP_NOT_ORIGINAL, detail);
    }

    private static void require(boolean holds, Supplier<String> detail) throws RefusedException {
        RefusedException.require(holds, RefusalCode.CHIP_NOT_ORIGINAL, detail);
    }
}
