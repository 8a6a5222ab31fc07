package fr.tessere.verification.authenticity;

import static fr.tessere.protocol.reading.ScriptCommand.Wrapping.READER;
import static fr.tessere.protocol.reading.ScriptCommand.Wrapping.SERVER;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.verification.authenticity.ReadPlan.Block;
import fr.tessere.verification.evidence.Proof;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.evidence.Weakness;
import fr.tessere.verification.lds.SecurityInfos;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Chip Authentication by the server (ICAO 9303-11 §6.2). The key agreement has no nonce of the chip, so the server knows
 * the session keys at once and protects its READ BINARY commands ahead of time: only the chip that owns the signed
 * static key can answer them, and nobody between chip and server can read the answers.
 */
public final class ChipAuthentication implements ChipSession {
    private final SessionKeys keys;
    private final String group;
    private final List<CommandApdu> agreement;
    private final int agreementLength;
    private final SecureChannel channel;

    private ChipAuthentication(SessionKeys keys, String group, List<CommandApdu> agreement, int agreementLength) {
        this.keys = keys;
        this.group = group;
        this.agreement = List.copyOf(agreement);
        this.agreementLength = agreementLength;
        channel = new SecureChannel(keys);
    }

    /** Makes an ephemeral key in the group of the chip's best key, and agrees on session keys. */
    public static ChipAuthentication begin(SecurityInfos infos, SecureRandom random) throws RefusedException {
        ChipKey chip = ChipKey.best(infos);
        Agreement agreed = chip.key().agree(random);
        SessionKeys keys = SessionKeys.derive(chip.suite(), agreed.secret().toArray());
        List<CommandApdu> agreement = AgreementCommands.of(chip, agreed.publicKey());
        return new ChipAuthentication(keys, chip.key().title(), agreement, agreement.size());
    }

    /** The session whose state this is. */
    public static ChipAuthentication restore(Bytes state) {
        ChipSuite suite = ChipSuite.values()[state.at(0)];
        int length = suite.keyLength();
        SessionKeys keys = new SessionKeys(suite, state.slice(2, 2 + length), state.slice(2 + length, 2 + 2 * length));
        String group = new String(state.from(2 + 2 * length).toArray(), StandardCharsets.US_ASCII);
        return new ChipAuthentication(keys, group, List.of(), state.at(1));
    }

    @Override
    public Bytes state() {
        return Bytes.concat(
                Bytes.of((byte) keys.suite().ordinal(), (byte) agreementLength),
                keys.encryption(),
                keys.mac(),
                Bytes.of(group.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public int block(int largestAnswer) {
        return SecureChannel.payload(largestAnswer, keys.suite().blockLength());
    }

    @Override
    public List<ScriptCommand> script(ReadPlan plan, int largestAnswer) {
        List<ScriptCommand> script = new ArrayList<>();
        agreement.forEach(command -> script.add(new ScriptCommand(READER, command.encode())));
        List<Block> blocks = plan.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            script.add(new ScriptCommand(
                    SERVER, channel.protect(i + 1, blocks.get(i).command())));
        }
        return script;
    }

    @Override
    public ChipReading read(ReadPlan plan, List<Bytes> raw) throws RefusedException {
        int blocks = plan.blocks().size();
        List<ResponseApdu> answers = Answers.parse(raw, agreementLength + blocks);
        List<ResponseApdu> plain = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            ResponseApdu answer = answers.get(i);
            if (i < agreementLength) {
                requireAgreed(answer);
            } else {
                plain.add(channel.openOrLengthError(i - agreementLength + 1, answer));
            }
        }
        FilesRead files = FilesRead.of(plan, plain);
        return files.again().isPresent() ? ChipReading.unproven(files) : ChipReading.proven(files, chip());
    }

    private OriginalChip chip() {
        boolean old = keys.suite() == ChipSuite.TRIPLE_DES;
        return new OriginalChip(
                Proof.CHIP_AUTHENTICATION,
                group + " " + keys.suite().word(),
                old ? Set.of(Weakness.TRIPLE_DES) : Set.of());
    }

    private static void requireAgreed(ResponseApdu answer) throws RefusedException {
        RefusedException.require(
                answer.status().isOk(),
                RefusalCode.CHIP_NOT_ORIGINAL,
                () -> "the chip refused the key agreement: " + answer.status());
        Bytes nothing = new StrictTlv(0x7C, Bytes.EMPTY).encode();
        RefusedException.require(
                answer.data().isEmpty() || answer.data().equals(nothing),
                RefusalCode.CHIP_ANSWER_MALFORMED,
                () -> "the key agreement answered %d bytes"
                        .formatted(answer.data().length()));
    }
}
