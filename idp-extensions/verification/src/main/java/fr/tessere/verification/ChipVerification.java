package fr.tessere.verification;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.Limits;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.verification.assurance.KillSwitches;
import fr.tessere.verification.assurance.SwitchKind;
import fr.tessere.verification.authenticity.ChipReading;
import fr.tessere.verification.authenticity.ChipSession;
import fr.tessere.verification.authenticity.ReadPlan;
import fr.tessere.verification.evidence.Basis;
import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckLog;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.Decision;
import fr.tessere.verification.evidence.Evidence;
import fr.tessere.verification.evidence.Proof;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.identity.SignedIdentity;
import fr.tessere.verification.passive.PassiveAuthentication;
import fr.tessere.verification.passive.SignedDocument;
import fr.tessere.verification.passive.SignedFile;
import fr.tessere.verification.trust.TrustAnchors;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The door: a reader's files in, a script out; the chip's answers in, another script or a verdict out. Keeps nothing
 * between calls but verdicts it can reach again from what comes in, so any node can answer any call; safe for use by
 * several threads.
 */
public final class ChipVerification {
    private static final String PENDING = "pending";
    private static final String RESULT = "result";

    private final PassiveAuthentication passive;
    private final Sealing sealing;
    private final SecureRandom random;
    private final VerificationSettings settings;
    private final KillSwitches switches;

    /**
     * A door.
     *
     * @param anchors whose signatures count
     * @param key seals what waits between calls; the same on every node
     * @param random for ephemeral keys, nonces and challenges
     * @param settings what the operator decided
     */
    public ChipVerification(TrustAnchors anchors, SealingKey key, SecureRandom random, VerificationSettings settings) {
        this(() -> anchors, key, random, settings);
    }

    /**
     * A door whose anchors may be exchanged while it is open.
     *
     * @param trust whose signatures count at this moment; asked once for each verification
     * @param key seals what waits between calls; the same on every node
     * @param random for ephemeral keys, nonces and challenges
     * @param settings what the operator decided
     */
    public ChipVerification(
            Supplier<TrustAnchors> trust, SealingKey key, SecureRandom random, VerificationSettings settings) {
        this.random = random;
        this.settings = settings;
        passive = new PassiveAuthentication(trust, settings.expiredSpecimens());
        sealing = new Sealing(key, random);
        switches = KillSwitches.NONE;
    }

    private ChipVerification(ChipVerification door, KillSwitches switches) {
        random = door.random;
        settings = door.settings;
        passive = door.passive;
        sealing = door.sealing;
        this.switches = switches;
    }

    /** The same door while these switches are set; costs nothing, and shares what the door remembers of signers. */
    public ChipVerification under(KillSwitches set) {
        return new ChipVerification(this, set);
    }

    /** Checks what the State signed and plans the proof of the chip: always one script, unless it refuses. */
    public Step begin(UnverifiedFiles files, ReadingRequest request, Instant at) {
        CheckLog checks = new CheckLog();
        try {
            SignedDocument document = passive.verifyFirst(files.sod(), at, checks);
            switches.require(SwitchFacts.of(document));
            OpenedDocument opened = OpenedDocument.of(document, files.files());
            checks.proving(opened.strongestProof());
            ChipSession session = opened.newSession(request, random, passive, at);
            ReadPlan plan = new ReadPlan(lengths(document, files, request), session.block(files.largestAnswer()));
            return script(opened, session, files.files(), plan, files.largestAnswer(), 1, request);
        } catch (RefusedException refusal) {
            return refused(refusal, checks, files.files(), at);
        }
    }

    /** Checks the chip's answers to the script of this pending reading, beginning again with the signature of EF.SOD. */
    public Step resume(PendingReading pending, ChipAnswers answers, ReadingRequest request, Instant at) {
        CheckLog checks = new CheckLog();
        Map<FileId, Bytes> looked = new EnumMap<>(FileId.class);
        try {
            Sealing.Opened unsealed = sealing.open(PENDING, request, pending.sealed());
            int round = unsealed.round();
            RefusedException.require(
                    answers.round() == round,
                    RefusalCode.STEP_OUT_OF_ORDER,
                    () -> "answers of round %d, expected %d".formatted(answers.round(), round));
            PendingState state = PendingState.decode(unsealed.plain());
            looked.putAll(state.files());
            SignedDocument document = passive.verifyAgain(file(state.files()), at, checks);
            switches.require(SwitchFacts.of(document));
            OpenedDocument opened = OpenedDocument.of(document, state.files());
            checks.proving(opened.strongestProof());
            ChipReading reading = opened.session(state, request, random).read(state.plan(), answers.answers());
            if (reading.next().isPresent()) {
                ChipSession next = reading.next().get();
                return script(opened, next, state.files(), state.plan(), state.largestAnswer(), round + 1, request);
            }
            if (reading.files().again().isPresent()) {
                ReadPlan plan = reading.files().again().get();
                int largestAnswer = plan.block() < state.plan().block() ? 256 : state.largestAnswer();
                ChipSession session = opened.newSession(request, random, passive, at);
                return script(opened, session, state.files(), plan, largestAnswer, round + 1, request);
            }
            reading.chip().ifPresent(chip -> checks.proven(chip.proof()));
            looked.putAll(reading.files().files());
            return new Decided(verified(opened, reading, looked, checks, at));
        } catch (RefusedException refusal) {
            return refused(refusal, checks, looked, at);
        }
    }

    /** The result as bytes that nobody else can read or change, bound to the request. */
    public Bytes seal(Verified verified, ReadingRequest request) {
        return sealing.seal(RESULT, request, 0, ResultForm.encode(verified));
    }

    /** The result again; refuses {@code pending-reading-invalid} what was changed or belongs to another request. */
    public Verified open(Bytes sealed, ReadingRequest request) throws RefusedException {
        return ResultForm.decode(sealing.open(RESULT, request, sealed).plain());
    }

    private Step script(
            OpenedDocument opened,
            ChipSession session,
            Map<FileId, Bytes> files,
            ReadPlan plan,
            int largestAnswer,
            int round,
            ReadingRequest request)
            throws RefusedException {
        // a PACE of the server takes three scripts where the other proofs take one
        int most = session.isInReadersChannel() ? settings.rounds() : Math.min(2 * settings.rounds(), Limits.ROUNDS);
        RefusedException.require(
                round <= most, RefusalCode.ROUNDS_EXCEEDED, () -> "more than %d scripts".formatted(round - 1));
        List<ScriptCommand> commands = session.script(plan, largestAnswer);
        RefusedException.require(
                commands.size() <= Limits.COMMANDS,
                RefusalCode.CHIP_ANSWER_MALFORMED,
                () -> "the chip gives too little at once: %d commands".formatted(commands.size()));
        Map<FileId, Bytes> kept = new EnumMap<>(files);
        kept.keySet().retainAll(keptFor(opened.strongestProof()));
        PendingState state = new PendingState(kept, opened.strongestProof(), session.state(), plan, largestAnswer);
        return new NextScript(
                new ChipScript(Limits.VERSION, round, round > 1 && session.isInReadersChannel(), commands),
                PendingReading.of(sealing.seal(PENDING, request, round, state.encode())));
    }

    /** What is read again when the answers come; EF.CardSecurity only if a new PACE may have to begin. */
    private static Set<FileId> keptFor(Proof proof) {
        return proof == Proof.PACE_CHIP_AUTHENTICATION_MAPPING
                ? Set.of(FileId.SOD, FileId.DG14, FileId.DG15, FileId.CARD_ACCESS, FileId.CARD_SECURITY)
                : Set.of(FileId.SOD, FileId.DG14, FileId.DG15, FileId.CARD_ACCESS);
    }

    /** Lengths of the wanted files that the State signed; DG1 every document has. */
    private static Map<FileId, Integer> lengths(SignedDocument document, UnverifiedFiles files, ReadingRequest request)
            throws RefusedException {
        Map<FileId, Integer> lengths = new EnumMap<>(FileId.class);
        for (FileId file : request.wanted()) {
            if (document.lists(file) || file == FileId.DG1) {
                Integer length = files.lengths().get(file);
                if (length == null || !document.lists(file)) {
                    throw new RefusedException(RefusalCode.DATA_GROUP_MISSING, file.word() + " is wanted");
                }
                lengths.put(file, Math.min(length, ReadPlan.LARGEST_FILE));
            }
        }
        return lengths;
    }

    private Verdict verified(
            OpenedDocument opened, ChipReading reading, Map<FileId, Bytes> looked, CheckLog checks, Instant at)
            throws RefusedException {
        SignedDocument document = opened.document();
        Map<FileId, SignedFile> files = new EnumMap<>(FileId.class);
        for (Map.Entry<FileId, Bytes> file : reading.files().files().entrySet()) {
            files.put(file.getKey(), document.signed(file.getKey(), file.getValue()));
        }
        checks.add(Check.DATA_GROUP_DIGESTS, CheckResult.SUCCESSFUL);
        SignedIdentity signed = SignedIdentity.read(files, at);
        checks.add(Check.DATA_GROUP_FORMAT, CheckResult.SUCCESSFUL);
        document.requireIssuedBy(signed.identity().issuingState());
        document.requireOfType(signed.identity().documentType());
        checks.add(Check.ISSUING_STATE, CheckResult.SUCCESSFUL);
        boolean expired = signed.isExpired(at);
        RefusedException.require(
                !expired || settings.acceptsExpired(document.signer().specimen()),
                RefusalCode.DOCUMENT_EXPIRED,
                "the document's validity is over");
        Map<SwitchKind, Set<String>> facts = SwitchFacts.of(document, signed.identity(), reading.chip());
        switches.require(facts);
        Evidence evidence = EvidenceOfReading.of(opened, reading.chip(), expired, at);
        Basis basis = basis(checks, looked);
        return new Verified(signed.identity(), evidence, signed.document(), facts, basis);
    }

    private static Bytes file(Map<FileId, Bytes> files) {
        return java.util.Objects.requireNonNull(files.get(FileId.SOD));
    }

    private Step refused(RefusedException refusal, CheckLog checks, Map<FileId, Bytes> looked, Instant at) {
        Optional<Decision> decision = looked.containsKey(FileId.SOD)
                ? Optional.of(checks.stoppedBy(refusal, basis(checks, looked), at))
                : Optional.empty();
        return new Decided(new Refused(refusal.code(), refusal.detail(), decision));
    }

    private Basis basis(CheckLog checks, Map<FileId, Bytes> looked) {
        checks.usedFiles(looked, file(looked));
        checks.used(switches.input());
        return checks.basis(settings.policy());
    }
}
