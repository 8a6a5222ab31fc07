package fr.tessere.verification.authenticity;

import static fr.tessere.protocol.reading.ScriptCommand.Wrapping.NONCE;
import static fr.tessere.protocol.reading.ScriptCommand.Wrapping.PASSWORD;
import static fr.tessere.protocol.reading.ScriptCommand.Wrapping.PLAIN;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.verification.evidence.RefusedException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The first script: nonce and mapping keys, which give the generator (§4.4.3.3.1, the same as in generic mapping). The
 * nonce comes decrypted from the reader, who may lie about it: that only gives another generator, which the chip does not have.
 */
final class PaceMapping implements PaceStep {
    private static final int SHORTEST_NONCE = 16;
    private static final int LONGEST_NONCE = 32;

    private final PaceTerms terms;
    private final EphemeralKey mapping;
    private final SecureRandom random;

    PaceMapping(PaceTerms terms, EphemeralKey mapping, SecureRandom random) {
        this.terms = terms;
        this.mapping = mapping;
        this.random = random;
    }

    static PaceMapping begin(PaceTerms terms, SecureRandom random) {
        var domain = terms.curve().domain();
        return new PaceMapping(terms, EphemeralKey.on(domain, domain.getG(), random), random);
    }

    @Override
    public List<ScriptCommand> script(ReadPlan plan, int largestAnswer) {
        CommandApdu select = new CommandApdu(0, 0x22, 0xC1, 0xA4, terms.template(), 0);
        Bytes key = new StrictTlv(0x81, mapping.publicKey()).encode();
        return List.of(
                new ScriptCommand(PASSWORD, select.encode()),
                new ScriptCommand(
                        NONCE, PaceStep.generalAuthenticate(Bytes.EMPTY, false).encode()),
                new ScriptCommand(
                        PLAIN, PaceStep.generalAuthenticate(key, false).encode()));
    }

    @Override
    public ChipReading read(ReadPlan plan, List<Bytes> raw) throws RefusedException {
        List<ResponseApdu> answers = Answers.parse(raw, 3);
        for (ResponseApdu answer : answers) {
            RefusedException.require(
                    answer.status().isOkOrWarning(),
                    RefusalCode.CHIP_NOT_ORIGINAL,
                    "the chip broke PACE off: " + answer.status());
        }
        Bytes nonce = PaceStep.objects(answers.get(1), 0x80).get(0);
        PaceStep.require(
                nonce.length() >= SHORTEST_NONCE && nonce.length() <= LONGEST_NONCE,
                "a nonce of %d bytes".formatted(nonce.length()));
        Bytes chipKey = PaceStep.objects(answers.get(2), 0x82).get(0);
        ECPoint chip = CurvePoints.decode(terms.curve(), chipKey, RefusalCode.CHIP_ANSWER_MALFORMED);
        PaceStep.require(!chipKey.equals(mapping.publicKey()), "the chip sent the server's own mapping key");
        ECPoint generator = generator(nonce, chip);
        EphemeralKey agreement = EphemeralKey.on(terms.curve().domain(), generator, random);
        return ChipReading.goingOn(new PaceAgreement(terms, chipKey, agreement));
    }

    /** {@code s * G + H}. */
    private ECPoint generator(Bytes nonce, ECPoint chip) throws RefusedException {
        var domain = terms.curve().domain();
        BigInteger s = new BigInteger(1, nonce.toArray()).mod(domain.getN());
        ECPoint generator =
                domain.getG().multiply(s).add(mapping.pointWith(chip)).normalize();
        PaceStep.require(!generator.isInfinity(), "a nonce that maps to infinity");
        return generator;
    }

    @Override
    public Bytes state() {
        return PaceState.encode(PaceState.MAPPING, terms, mapping.secret(), mapping.publicKey());
    }
}
