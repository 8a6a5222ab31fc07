package fr.tessere.verification.authenticity;

import static fr.tessere.protocol.reading.ScriptCommand.Wrapping.PLAIN;
import static fr.tessere.protocol.reading.ScriptCommand.Wrapping.SERVER;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.verification.evidence.Proof;
import fr.tessere.verification.evidence.RefusedException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The third script: tokens, chip authentication data (§4.4.3.5), and the files in the new channel. Only who knows the
 * private number behind the chip's mapping key can have the session keys, and the data shows that this number is made
 * from the signed static key.
 */
final class PaceConfirmation implements PaceStep {
    /** SELECT of the eMRTD application by its identifier (ICAO 9303-10 §3.8). */
    private static final CommandApdu SELECT = new CommandApdu(0x00, 0xA4, 0x04, 0x0C, Bytes.ofHex("A0000002471001"), 0);

    private final PaceTerms terms;
    private final SessionKeys keys;
    private final Bytes chipMappingKey;
    private final Bytes serverToken;
    private final Bytes chipToken;
    private final SecureChannel channel;

    PaceConfirmation(PaceTerms terms, SessionKeys keys, Bytes chipMappingKey, Bytes serverToken, Bytes chipToken) {
        this.terms = terms;
        this.keys = keys;
        this.chipMappingKey = chipMappingKey;
        this.serverToken = serverToken;
        this.chipToken = chipToken;
        channel = new SecureChannel(keys);
    }

    @Override
    public List<ScriptCommand> script(ReadPlan plan, int largestAnswer) {
        List<ScriptCommand> script = new ArrayList<>();
        Bytes token = new StrictTlv(0x85, serverToken).encode();
        script.add(new ScriptCommand(
                PLAIN, PaceStep.generalAuthenticate(token, true).encode()));
        script.add(new ScriptCommand(SERVER, channel.protect(1, SELECT)));
        List<ReadPlan.Block> blocks = plan.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            script.add(new ScriptCommand(
                    SERVER, channel.protect(i + 2, blocks.get(i).command())));
        }
        return script;
    }

    @Override
    public ChipReading read(ReadPlan plan, List<Bytes> raw) throws RefusedException {
        List<ResponseApdu> answers = Answers.parse(raw, 2 + plan.blocks().size());
        if (PaceStep.isCardLost(answers)) {
            return ChipReading.beginningAgain(plan);
        }
        requireMapped(PaceStep.objects(answers.get(0), 0x86, 0x8A));
        FilesRead files = FilesRead.of(plan, inChannel(answers));
        return files.again().isPresent() ? ChipReading.unproven(files) : ChipReading.proven(files, chip());
    }

    /** The chip's token and {@code CA * PK = mapping key}; refuses {@code chip-not-original}. */
    private void requireMapped(List<Bytes> objects) throws RefusedException {
        requireOriginal(objects.get(0).equals(chipToken), "the chip's token is wrong");
        BigInteger number =
                new BigInteger(1, channel.chipAuthenticationData(objects.get(1)).toArray());
        BigInteger order = terms.curve().domain().getN();
        requireOriginal(number.signum() > 0 && number.compareTo(order) < 0, "chip authentication data out of range");
        ECPoint mappingKey = CurvePoints.decode(terms.curve(), chipMappingKey, RefusalCode.CHIP_ANSWER_MALFORMED);
        requireOriginal(terms.isMappedBy(number, mappingKey), "the mapping was not made with the signed key");
    }

    private List<ResponseApdu> inChannel(List<ResponseApdu> answers) throws RefusedException {
        PaceStep.require(answers.size() > 1, "the chip's token and nothing behind it");
        ResponseApdu selected = channel.open(1, answers.get(1));
        PaceStep.require(selected.status().isOk(), "the application cannot be selected: " + selected.status());
        List<ResponseApdu> plain = new ArrayList<>();
        for (int i = 2; i < answers.size(); i++) {
            plain.add(channel.openOrLengthError(i, answers.get(i)));
        }
        return plain;
    }

    private OriginalChip chip() {
        return new OriginalChip(
                Proof.PACE_CHIP_AUTHENTICATION_MAPPING,
                "PACE-CAM ECDH %s %s"
                        .formatted(terms.curve().name(), terms.suite().word()),
                terms.weaknesses());
    }

    @Override
    public Bytes state() {
        return PaceState.encode(
                PaceState.CONFIRMATION, terms, keys.encryption(), keys.mac(), chipMappingKey, serverToken, chipToken);
    }

    private static void requireOriginal(boolean holds, String detail) throws RefusedException {
        RefusedException.require(holds, RefusalCode.CHIP_NOT_ORIGINAL, detail);
    }
}
