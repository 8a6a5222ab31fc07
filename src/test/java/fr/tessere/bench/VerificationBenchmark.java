package fr.tessere.bench;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.script.OpenedChip;
import fr.tessere.server.Folders;
import fr.tessere.server.SpecimenCard;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.ChipVerification;
import fr.tessere.verification.Decided;
import fr.tessere.verification.NextScript;
import fr.tessere.verification.PendingReading;
import fr.tessere.verification.ReadingRequest;
import fr.tessere.verification.SealingKey;
import fr.tessere.verification.Step;
import fr.tessere.verification.VerificationSettings;
import fr.tessere.verification.authenticity.ChipAuthentication;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.lds.SecurityInfos;
import fr.tessere.verification.passive.PassiveAuthentication;
import fr.tessere.verification.passive.SignedDocument;
import fr.tessere.verification.trust.TrustAnchors;
import fr.tessere.verification.trust.TrustFolder;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the server computes for one document, and the operations of it that cost most. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class VerificationBenchmark {
    private static final Set<FileId> WANTED = Set.of(FileId.DG1);

    @Param({"french-identity-card", "passport-active-authentication"})
    String profile = "";

    private final SecureRandom random = new SecureRandom();
    private final ReadingRequest request = new ReadingRequest("handle", "service", "eidas1", WANTED);
    private final Instant at = Instant.now();
    private final VerificationSettings settings = VerificationSettings.defaults();

    @SuppressWarnings("NullAway.Init")
    private ChipVerification door;

    @SuppressWarnings("NullAway.Init")
    private PassiveAuthentication passive;

    @SuppressWarnings("NullAway.Init")
    private SignedDocument signed;

    @SuppressWarnings("NullAway.Init")
    private TrustAnchors anchors;

    @SuppressWarnings("NullAway.Init")
    private SpecimenDocument document;

    @SuppressWarnings("NullAway.Init")
    private SecurityInfos chipKeys;

    @SuppressWarnings("NullAway.Init")
    private UnverifiedFiles files;

    @SuppressWarnings("NullAway.Init")
    private PendingReading pending;

    @SuppressWarnings("NullAway.Init")
    private ChipAnswers answers;

    /** Reads the document once as a reader does, and keeps both messages. */
    @Setup
    public void readOnce() throws IOException, ReadingException, RefusedException {
        document = Specimens.load(profile);
        anchors = TrustFolder.load(Folders.root().resolve("src/main/trust"));
        door = new ChipVerification(anchors, new SealingKey(Bytes.of(new byte[32])), random, settings);
        try (SpecimenCard card = SpecimenCard.overTcp(document)) {
            OpenedChip chip = card.open(card.channel());
            files = chip.readFiles(WANTED);
            NextScript next = script(door.begin(files, request, at));
            pending = next.pending();
            answers = chip.play(next.script());
        }
        passive = new PassiveAuthentication(anchors, false);
        signed = passive.verify(files.sod(), at);
        chipKeys = document.file(FileId.DG14).isPresent()
                ? SecurityInfos.parse(document.fileOf(FileId.DG14))
                : SecurityInfos.NONE;
        secondCall();
    }

    /** Passive authentication, data groups, the script with ephemeral key and protected commands. */
    @Benchmark
    public Step firstCall() {
        return door.begin(files, request, at);
    }

    /** Passive authentication again, the proof of the chip, DG1. */
    @Benchmark
    public Step secondCall() {
        Step step = door.resume(pending, answers, request, at);
        requireVerified(step);
        return step;
    }

    /** Signature of EF.SOD; the signer's chain was checked for an earlier document. */
    @Benchmark
    public SignedDocument passiveAuthenticationSignerKnown() throws RefusedException {
        return passive.verify(files.sod(), at);
    }

    /** Signature of EF.SOD and the chain to the country signer. */
    @Benchmark
    public SignedDocument passiveAuthenticationSignerNew() throws RefusedException {
        return new PassiveAuthentication(anchors, false).verify(files.sod(), at);
    }

    /** Digest of DG1. */
    @Benchmark
    public Object dataGroupHash() throws RefusedException {
        return signed.signed(FileId.DG1, document.fileOf(FileId.DG1));
    }

    /** The server's key pair on the chip's domain, and the agreement with the chip's key. Chip Authentication only. */
    @Benchmark
    public Object ephemeralKeyAndAgreement() throws RefusedException {
        return chipKeys.publicKeys().isEmpty() ? chipKeys : ChipAuthentication.begin(chipKeys, random);
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
