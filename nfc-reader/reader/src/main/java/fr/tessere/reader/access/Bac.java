package fr.tessere.reader.access;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.card.StatusWord;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.access.SessionCipher.KeyUse;
import fr.tessere.reader.card.Answers;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import org.jmrtd.Util;

/** Basic Access Control, the reader's side (ICAO 9303-11 §4.3), with the eMRTD application already selected. */
final class Bac {
    private static final SessionCipher SUITE = SessionCipher.DESEDE;
    private static final int NONCE = 8;
    private static final int KEY = 16;

    private final CardChannel channel;
    private final SecureRandom random;

    Bac(CardChannel channel, SecureRandom random) {
        this.channel = channel;
        this.random = random;
    }

    /** Runs the protocol. */
    SecureChannel perform(MrzKey key) throws ReadingException {
        try {
            return authenticate(challenge(), key);
        } catch (GeneralSecurityException | RuntimeException refused) {
            throw new ReadingException(
                    RefusalCode.CHIP_FAILED, "BAC: " + refused.getClass().getSimpleName());
        }
    }

    private Bytes challenge() throws ReadingException {
        ResponseApdu answer = Answers.to(CommandApdu.of(0x00, 0x84, 0x00, 0x00, NONCE), channel);
        if (answer.status().equals(StatusWord.INSTRUCTION_NOT_SUPPORTED)) {
            throw new ReadingException(RefusalCode.ACCESS_NOT_SUPPORTED, "the chip offers neither PACE nor BAC");
        }
        require(answer.status(), RefusalCode.CHIP_FAILED);
        if (answer.data().length() != NONCE) {
            throw new ReadingException(RefusalCode.CHIP_FAILED, "BAC: a challenge of the wrong length");
        }
        return answer.data();
    }

    private SecureChannel authenticate(Bytes chipNonce, MrzKey key) throws ReadingException, GeneralSecurityException {
        byte[] seed = Arrays.copyOf(PacePassword.secret(key), KEY);
        SecretKey encryption = SUITE.derive(seed, KeyUse.ENCRYPTION);
        SecretKey mac = SUITE.derive(seed, KeyUse.MAC);
        Bytes readerNonce = random(NONCE);
        Bytes readerKey = random(KEY);

        Bytes cryptogram = cipher(Cipher.ENCRYPT_MODE, encryption, Bytes.concat(readerNonce, chipNonce, readerKey));
        Bytes command = Bytes.concat(cryptogram, Mac8.of(SUITE, mac, cryptogram));
        ResponseApdu answer = Answers.to(new CommandApdu(0x00, 0x82, 0x00, 0x00, command, command.length()), channel);
        require(answer.status(), RefusalCode.MRZ_WRONG);

        Bytes chipCryptogram = answer.data().slice(0, cryptogram.length());
        if (!Mac8.of(SUITE, mac, chipCryptogram).equals(answer.data().from(cryptogram.length()))) {
            throw new GeneralSecurityException("the chip's cryptogram does not verify");
        }
        Bytes plain = cipher(Cipher.DECRYPT_MODE, encryption, chipCryptogram);
        if (!plain.slice(0, 2 * NONCE).equals(Bytes.concat(chipNonce, readerNonce))) {
            throw new GeneralSecurityException("the chip's cryptogram holds other nonces");
        }
        return session(readerKey, plain.from(2 * NONCE), Bytes.concat(chipNonce.from(4), readerNonce.from(4)));
    }

    private SecureChannel session(Bytes readerKey, Bytes chipKey, Bytes counter) throws GeneralSecurityException {
        byte[] seed = readerKey.toArray();
        for (int i = 0; i < seed.length; i++) {
            seed[i] ^= (byte) chipKey.at(i);
        }
        SecretKey encryption = SUITE.derive(seed, KeyUse.ENCRYPTION);
        SecretKey mac = SUITE.derive(seed, KeyUse.MAC);
        long start = new BigInteger(1, counter.toArray()).longValue();
        return new SecureChannel(channel, SUITE.wrapper(encryption, mac, start), SUITE.block());
    }

    private Bytes random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    private static Bytes cipher(int mode, SecretKey key, Bytes input) throws GeneralSecurityException {
        Cipher cipher = Util.getCipher("DESede/CBC/NoPadding");
        cipher.init(mode, key, new IvParameterSpec(new byte[SUITE.block()]));
        return Bytes.of(cipher.doFinal(input.toArray()));
    }

    private static void require(StatusWord status, RefusalCode otherwise) throws ReadingException {
        if (status.equals(StatusWord.AUTHENTICATION_BLOCKED)) {
            throw new ReadingException(RefusalCode.ACCESS_DELAYED, "BAC: status " + status);
        }
        if (!status.isOk()) {
            throw new ReadingException(otherwise, "BAC: status " + status);
        }
    }
}
