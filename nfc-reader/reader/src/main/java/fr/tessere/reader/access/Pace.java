package fr.tessere.reader.access;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
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
import java.util.Set;
import javax.crypto.SecretKey;

/** PACE, the reader's side (ICAO 9303-11 §4.4): one run on one channel. Any doubt ends it. */
final class Pace {
    private static final int DYNAMIC_DATA = 0x7C;
    private static final Set<StatusWord> NO_SUCH_PASSWORD =
            Set.of(StatusWord.REFERENCE_NOT_FOUND, StatusWord.WRONG_DATA);
    private static final Set<StatusWord> DELAYED =
            Set.of(StatusWord.AUTHENTICATION_BLOCKED, StatusWord.CONDITIONS_NOT_SATISFIED);

    private final CardChannel channel;
    private final SecureRandom random;
    private final AccessKey key;

    Pace(CardChannel channel, SecureRandom random, AccessKey key) {
        this.channel = channel;
        this.random = random;
        this.key = key;
    }

    /**
     * Runs the protocol.
     *
     * @param nameGroup true if the chip offers several groups for this protocol and must be told which
     */
    SecureChannel perform(PaceOffer offer, boolean nameGroup) throws ReadingException {
        try {
            setAuthenticationTemplate(offer, nameGroup);
            byte[] nonce = nonce(offer.cipher());
            return agree(offer, map(offer, nonce));
        } catch (GeneralSecurityException | TlvException | RuntimeException refused) {
            throw new ReadingException(
                    RefusalCode.CHIP_FAILED, "PACE: " + refused.getClass().getSimpleName());
        }
    }

    /** MSE:Set AT (§4.4.4.1): which protocol, which password, and which group where that is open. */
    private void setAuthenticationTemplate(PaceOffer offer, boolean nameGroup) throws ReadingException {
        Bytes data = Bytes.concat(
                new StrictTlv(0x80, offer.oid()).encode(),
                new StrictTlv(0x83, Bytes.of(PacePassword.reference(key))).encode(),
                nameGroup ? new StrictTlv(0x84, Bytes.of((byte) offer.parameterId())).encode() : Bytes.EMPTY);
        StatusWord status = Answers.to(new CommandApdu(0x00, 0x22, 0xC1, 0xA4, data, 0), channel)
                .status();
        if (key instanceof CardAccessNumber && NO_SUCH_PASSWORD.contains(status)) {
            throw new ReadingException(RefusalCode.CAN_UNKNOWN, "MSE:Set AT for a CAN: status " + status);
        }
        require(status, RefusalCode.CHIP_FAILED);
    }

    /** Step 1: the chip's nonce, decrypted with the key made from the password. */
    private byte[] nonce(SessionCipher suite) throws ReadingException, GeneralSecurityException, TlvException {
        ResponseApdu answer = Answers.to(generalAuthenticate(Bytes.EMPTY, false), channel);
        require(answer.status(), RefusalCode.CHIP_FAILED);
        return PacePassword.nonce(key, suite, valueOf(0x80, answer));
    }

    /** Step 2: from the nonce to a generator that only knowers of the password share. */
    private PaceGroup map(PaceOffer offer, byte[] nonce)
            throws ReadingException, GeneralSecurityException, TlvException {
        PaceGroup group = StandardGroup.group(offer.parameterId());
        if (offer.agreement().isIntegrated()) {
            byte[] readerNonce = new byte[offer.cipher().keyLength()];
            random.nextBytes(readerNonce);
            exchange(0x81, Bytes.of(readerNonce), 0x82, false);
            return group.mapped(nonce, readerNonce, offer.cipher());
        }
        BigInteger privateKey = group.privateKey(random);
        Bytes readerKey = group.publicKey(privateKey);
        Bytes chipKey = exchange(0x81, readerKey, 0x82, false);
        if (chipKey.equals(readerKey)) {
            throw new GeneralSecurityException("the chip sent the reader's own mapping key");
        }
        return group.mapped(nonce, privateKey, chipKey);
    }

    /** Steps 3 and 4: key agreement, session keys, and the tokens by which each side shows them. */
    private SecureChannel agree(PaceOffer offer, PaceGroup group)
            throws ReadingException, GeneralSecurityException, TlvException {
        SessionCipher suite = offer.cipher();
        BigInteger privateKey = group.privateKey(random);
        Bytes readerKey = group.publicKey(privateKey);
        Bytes chipKey = exchange(0x83, readerKey, 0x84, false);
        if (chipKey.equals(readerKey)) {
            throw new GeneralSecurityException("the chip sent the reader's own key");
        }
        byte[] shared = group.agree(privateKey, chipKey);
        SecretKey encryption = suite.derive(shared, KeyUse.ENCRYPTION);
        SecretKey mac = suite.derive(shared, KeyUse.MAC);
        Bytes oid = offer.oid();
        Bytes chipToken = exchange(0x85, token(suite, mac, oid, group.keyTag(), chipKey), 0x86, true);
        if (!chipToken.equals(token(suite, mac, oid, group.keyTag(), readerKey))) {
            throw new GeneralSecurityException("the chip's token does not verify");
        }
        return new SecureChannel(channel, suite.wrapper(encryption, mac, 0), suite.block());
    }

    private static Bytes token(SessionCipher suite, SecretKey key, Bytes oid, int keyTag, Bytes publicKey)
            throws GeneralSecurityException {
        Bytes content = Bytes.concat(new StrictTlv(0x06, oid).encode(), new StrictTlv(keyTag, publicKey).encode());
        return Mac8.of(suite, key, new StrictTlv(0x7F49, content).encode());
    }

    private Bytes exchange(int tag, Bytes value, int answerTag, boolean last) throws ReadingException, TlvException {
        ResponseApdu answer = Answers.to(generalAuthenticate(new StrictTlv(tag, value).encode(), last), channel);
        require(answer.status(), last ? key.refusalWhenWrong() : RefusalCode.CHIP_FAILED);
        return valueOf(answerTag, answer);
    }

    /** All but the last are chained. */
    private static CommandApdu generalAuthenticate(Bytes content, boolean last) {
        Bytes data = new StrictTlv(DYNAMIC_DATA, content).encode();
        return new CommandApdu(last ? 0x00 : 0x10, 0x86, 0x00, 0x00, data, 256);
    }

    private static Bytes valueOf(int tag, ResponseApdu answer) throws TlvException, ReadingException {
        for (StrictTlv object : StrictTlv.parse(DYNAMIC_DATA, answer.data()).children()) {
            if (object.tag() == tag) {
                return object.value();
            }
        }
        throw new ReadingException(RefusalCode.CHIP_FAILED, "PACE: no object %02X in the answer".formatted(tag));
    }

    /** 63Cx before the last step only counts the tries left. */
    private static void require(StatusWord status, RefusalCode otherwise) throws ReadingException {
        boolean counts = otherwise == RefusalCode.CHIP_FAILED && status.value() >> 4 == 0x63C;
        if (DELAYED.contains(status)) {
            throw new ReadingException(RefusalCode.ACCESS_DELAYED, "PACE: status " + status);
        }
        if (!status.isOk() && !counts) {
            throw new ReadingException(otherwise, "PACE: status " + status);
        }
    }
}
