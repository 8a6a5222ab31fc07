package fr.tessere.bench;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.Limits;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.reader.script.OpenedChip;
import fr.tessere.server.Folders;
import fr.tessere.server.SpecimenCard;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.ChipVerification;
import fr.tessere.verification.Decided;
import fr.tessere.verification.NextScript;
import fr.tessere.verification.PendingReading;
import fr.tessere.verification.ReadingRequest;
import fr.tessere.verification.SealingKey;
import fr.tessere.verification.Step;
import fr.tessere.verification.VerificationSettings;
import fr.tessere.verification.authenticity.ActiveAuthentication;
import fr.tessere.verification.authenticity.Challenge;
import fr.tessere.verification.authenticity.ChipAuthentication;
import fr.tessere.verification.authenticity.ChipReading;
import fr.tessere.verification.authenticity.ChipSession;
import fr.tessere.verification.authenticity.ReadPlan;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.lds.ActiveAuthenticationKey;
import fr.tessere.verification.lds.SecurityInfos;
import fr.tessere.verification.passive.PassiveAuthentication;
import fr.tessere.verification.passive.SignedDocument;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.SignedMessage;
import fr.tessere.verification.trust.TrustAnchors;
import fr.tessere.verification.trust.TrustFolder;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the server computes for one document, and the cryptographic operations in it, on what a reader really sent. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // set by readOnce
public class VerificationBenchmark {
    private static final Set<FileId> WANTED = Set.of(FileId.DG1);
    private static final ASN1ObjectIdentifier SECURITY_OBJECT = new ASN1ObjectIdentifier("2.23.136.1.1.1");

    @Param("french-identity-card")
    String profile = "";

    private final SecureRandom random = new SecureRandom();
    private final ReadingRequest request = new ReadingRequest("handle", "service", "eidas1", WANTED);
    private final Instant at = Instant.now();

    private TrustAnchors anchors;
    private ChipVerification door;
    private PassiveAuthentication passive;
    private UnverifiedFiles files;
    private PendingReading pending;
    private ChipAnswers answers;
    private Bytes dataGroup;
    private SignedDocument signed;
    private Bytes signedMessage;
    private SignedMessage message;
    private SignedCertificate signer;
    private ChipSession session;
    private ReadPlan plan;
    private List<Bytes> sessionAnswers;

    /** Reads the document as a reader does, and keeps what it would send. */
    @Setup
    public void readOnce() throws Exception {
        anchors =
                TrustFolder.survey(Folders.root().resolve("src/main/trust"), at).anchors();
        SealingKey key = new SealingKey(Bytes.of(new byte[32]));
        door = new ChipVerification(anchors, key, random, VerificationSettings.defaults());
        passive = new PassiveAuthentication(anchors, false);
        try (SpecimenCard card = SpecimenCard.overTcp(Specimens.load(profile))) {
            dataGroup = card.document().fileOf(FileId.DG1);
            OpenedChip chip = card.open(card.channel());
            files = chip.readFiles(WANTED);
            NextScript next = script(door.begin(files, request, at));
            pending = next.pending();
            answers = chip.play(next.script());
            session = newSession();
            plan = new ReadPlan(Map.of(FileId.DG1, dataGroup.length()), session.block(files.largestAnswer()));
            ChipScript again = new ChipScript(Limits.VERSION, 2, true, script());
            sessionAnswers = chip.play(again).answers();
        }
        signed = passive.verify(files.sod(), at);
        signedMessage = StrictTlv.parse(files.sod()).value();
        message = parse();
        signer = message.signerCertificate(anchors, SignedCertificate::parse).orElseThrow();
        requireVerified(secondCall());
        chipProof();
    }

    /** All for the reader's message {@code chip}: signed files, the script with ephemeral key or challenge. */
    @Benchmark
    public Step firstCall() {
        return door.begin(files, request, at);
    }

    /** All for the reader's message {@code proof}: signed files again, the proof of the chip, DG1. */
    @Benchmark
    public Step secondCall() {
        return door.resume(pending, answers, request, at);
    }

    /** Passive authentication whose signer was proven for an earlier document. */
    @Benchmark
    public SignedDocument passiveSignerKnown() throws RefusedException {
        return passive.verify(files.sod(), at);
    }

    /** Passive authentication whose signer was never seen. */
    @Benchmark
    public SignedDocument passiveSignerNew() throws RefusedException {
        return new PassiveAuthentication(anchors, false).verify(files.sod(), at);
    }

    /** EF.SOD as a signed message, nothing verified. */
    @Benchmark
    public SignedMessage parse() throws RefusedException {
        return SignedMessage.parse(signedMessage, SECURITY_OBJECT);
    }

    /** Digest of the content and signature of EF.SOD, the signer's key decoded. */
    @Benchmark
    public SignedMessage sodSignature() throws RefusedException {
        message.requireSignedBy(signer.key());
        return message;
    }

    /** The signer's certificate read, its key decoded, and the country signer's signature over it. */
    @Benchmark
    public SignedCertificate signerChain() throws RefusedException {
        SignedCertificate fresh = SignedCertificate.parse(signer.encoded());
        SignedCertificate issuer = anchors.candidates(fresh).get(0).certificate();
        fresh.requireSignedBy(issuer, RefusalCode.SIGNER_UNTRUSTED);
        return fresh;
    }

    /** Digest of DG1, compared. */
    @Benchmark
    public Object dataGroupDigest() throws RefusedException {
        return signed.signed(FileId.DG1, dataGroup);
    }

    /** The chip's key decoded; for Chip Authentication a key pair and ECDH, for Active Authentication a challenge. */
    @Benchmark
    public ChipSession newSession() throws RefusedException {
        Bytes infos = files.files().get(FileId.DG14);
        Bytes activeKey = files.files().get(FileId.DG15);
        if (infos == null && activeKey != null) {
            Challenge challenge = Challenge.fresh(random, request.handle());
            return ActiveAuthentication.of(ActiveAuthenticationKey.parse(activeKey), "", challenge);
        }
        return ChipAuthentication.begin(SecurityInfos.parse(Objects.requireNonNull(infos)), random);
    }

    /** The commands; after Chip Authentication protected for the chip. */
    @Benchmark
    public List<ScriptCommand> script() {
        return session.script(plan, files.largestAnswer());
    }

    /** The answers: secure messaging opened, or the signature over the challenge verified. */
    @Benchmark
    public ChipReading chipProof() throws RefusedException {
        return session.read(plan, sessionAnswers);
    }

    private static NextScript script(Step step) {
        return step.fold(next -> next, decided -> {
            throw new IllegalStateException("refused: " + decided);
        });
    }

    private static void requireVerified(Step step) {
        Decided decided = step.fold(
                next -> {
                    throw new IllegalStateException("another script");
                },
                end -> end);
        decided.verdict().fold(verified -> verified, refused -> {
            throw new IllegalStateException("refused: " + refused.code());
        });
    }
}
