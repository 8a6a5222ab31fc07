package fr.tessere.reader.access;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.Answers;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import java.security.GeneralSecurityException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reader's part in a PACE that the server runs: it says which password it has and decrypts the nonce. The encrypted
 * nonce stays here: with both of them anybody could try all the codes there are.
 */
public final class RemotePace {
    private static final int DYNAMIC_DATA = 0x7C;
    private static final int NONCE = 0x80;

    private final CardChannel channel;
    private final AccessKey key;
    private @Nullable SessionCipher cipher;

    RemotePace(CardChannel channel, AccessKey key) {
        this.channel = channel;
        this.key = key;
    }

    /** MSE:Set AT with the reference of our password behind the protocol (ICAO 9303-11 §4.4.4.1). */
    public ResponseApdu begin(CommandApdu template) throws ReadingException {
        try {
            List<StrictTlv> objects = StrictTlv.parseAll(template.data());
            Bytes protocol = objects.get(0).value();
            cipher = SessionCipher.ofArc(protocol.at(protocol.length() - 1)).orElseThrow();
            Bytes password = new StrictTlv(0x83, Bytes.of(PacePassword.reference(key))).encode();
            Bytes head = objects.get(0).encode();
            Bytes data = Bytes.concat(head, password, template.data().from(head.length()));
            return Answers.to(
                    new CommandApdu(template.cla(), template.ins(), template.p1(), template.p2(), data, 0), channel);
        } catch (TlvException | RuntimeException refused) {
            throw new ReadingException(
                    RefusalCode.SERVER_REPLY_MALFORMED,
                    "MSE:Set AT: " + refused.getClass().getSimpleName());
        }
    }

    /** GENERAL AUTHENTICATE for the nonce; the answer holds it decrypted. */
    public ResponseApdu nonce(CommandApdu command) throws ReadingException {
        SessionCipher suite = cipher;
        if (suite == null) {
            throw new ReadingException(RefusalCode.SERVER_REPLY_MALFORMED, "a nonce without a protocol");
        }
        ResponseApdu answer = Answers.to(command, channel);
        if (!answer.status().isOkOrWarning()) {
            return ResponseApdu.of(answer.status());
        }
        try {
            Bytes content = StrictTlv.parse(DYNAMIC_DATA, answer.data()).value();
            Bytes encrypted = StrictTlv.parse(NONCE, content).value();
            Bytes decrypted = Bytes.of(PacePassword.nonce(key, suite, encrypted));
            Bytes shown = new StrictTlv(DYNAMIC_DATA, new StrictTlv(NONCE, decrypted).encode()).encode();
            return new ResponseApdu(shown, answer.status());
        } catch (GeneralSecurityException | TlvException | RuntimeException refused) {
            throw new ReadingException(
                    RefusalCode.CHIP_FAILED,
                    "PACE: the nonce, " + refused.getClass().getSimpleName());
        }
    }
}
