package fr.tessere.verification.authenticity;

import static fr.tessere.protocol.reading.ScriptCommand.Wrapping.PLAIN;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.verification.evidence.RefusedException;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;

/** The second script: both sides' keys on the mapped generator, which give the session keys (§4.4.3.3, §9.7). */
final class PaceAgreement implements PaceStep {
    private final PaceTerms terms;
    private final Bytes chipMappingKey;
    private final EphemeralKey agreement;

    PaceAgreement(PaceTerms terms, Bytes chipMappingKey, EphemeralKey agreement) {
        this.terms = terms;
        this.chipMappingKey = chipMappingKey;
        this.agreement = agreement;
    }

    @Override
    public List<ScriptCommand> script(ReadPlan plan, int largestAnswer) {
        Bytes key = new StrictTlv(0x83, agreement.publicKey()).encode();
        return List.of(new ScriptCommand(
                PLAIN, PaceStep.generalAuthenticate(key, false).encode()));
    }

    @Override
    public ChipReading read(ReadPlan plan, List<Bytes> raw) throws RefusedException {
        List<ResponseApdu> answers = Answers.parse(raw, 1);
        if (PaceStep.isCardLost(answers)) {
            return ChipReading.beginningAgain(plan);
        }
        Bytes chipKey = PaceStep.objects(answers.get(0), 0x84).get(0);
        ECPoint chip = CurvePoints.decode(terms.curve(), chipKey, RefusalCode.CHIP_ANSWER_MALFORMED);
        PaceStep.require(!chipKey.equals(agreement.publicKey()), "the chip sent the server's own key");
        SessionKeys keys = SessionKeys.derive(terms.suite(), agreement.agree(chip));
        ChannelCipher cipher = new ChannelCipher(keys);
        return ChipReading.goingOn(new PaceConfirmation(
                terms, keys, chipMappingKey, token(cipher, chipKey), token(cipher, agreement.publicKey())));
    }

    /** 8 bytes over the protocol and the other side's key (§4.4.3.4). */
    private Bytes token(ChannelCipher cipher, Bytes publicKey) {
        Bytes content =
                Bytes.concat(new StrictTlv(0x06, terms.protocol()).encode(), new StrictTlv(0x86, publicKey).encode());
        return Bytes.of(cipher.mac(new StrictTlv(0x7F49, content).encode().toArray()));
    }

    @Override
    public Bytes state() {
        return PaceState.encode(PaceState.AGREEMENT, terms, chipMappingKey, agreement.secret(), agreement.publicKey());
    }
}
