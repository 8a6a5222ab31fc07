package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.protocol.reading.ScriptCommand.Wrapping;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.lds.ActiveAuthenticationKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Active Authentication by the server (ICAO 9303-11 §6.1): the chip signs a challenge that the server chose, then the
 * files are read in the reader's own channel.
 */
public final class ActiveAuthentication implements ChipSession {
    private static final int INTERNAL_AUTHENTICATE = 0x88;
    private static final int LARGEST = 0x10000;

    private final ChallengeSignature signature;
    private final Challenge challenge;

    private ActiveAuthentication(ChallengeSignature signature, Challenge challenge) {
        this.signature = signature;
        this.challenge = challenge;
    }

    /**
     * A session with this challenge.
     *
     * @param key from the signed DG15
     * @param signatureOid from the signed DG14, needed for ECDSA; or empty
     */
    public static ActiveAuthentication of(ActiveAuthenticationKey key, String signatureOid, Challenge challenge)
            throws RefusedException {
        return new ActiveAuthentication(ChallengeSignature.of(key, signatureOid), challenge);
    }

    @Override
    public int block(int largestAnswer) {
        return PlainReading.blockInReadersChannel(largestAnswer);
    }

    @Override
    public List<ScriptCommand> script(ReadPlan plan, int largestAnswer) {
        boolean tooLong = signature.length() > block(Math.min(largestAnswer, 256));
        int expected = tooLong && largestAnswer > 256 ? LARGEST : 256;
        CommandApdu sign = new CommandApdu(0, INTERNAL_AUTHENTICATE, 0, 0, challenge.value(), expected);
        List<ScriptCommand> script = new ArrayList<>();
        script.add(new ScriptCommand(Wrapping.READER, sign.encode()));
        script.addAll(PlainReading.commands(plan));
        return script;
    }

    @Override
    public ChipReading read(ReadPlan plan, List<Bytes> raw) throws RefusedException {
        List<ResponseApdu> answers = Answers.parse(raw, 1 + plan.blocks().size());
        ResponseApdu signed = answers.get(0);
        RefusedException.require(
                signed.status().isOk(), RefusalCode.CHIP_NOT_ORIGINAL, "the chip refused to sign: " + signed.status());
        OriginalChip chip = signature.verify(challenge.value(), signed.data());
        FilesRead files = FilesRead.of(plan, answers.subList(1, answers.size()));
        return ChipReading.proven(files, chip);
    }

    @Override
    public Bytes state() {
        return challenge.nonce();
    }
}
