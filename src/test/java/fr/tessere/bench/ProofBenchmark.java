package fr.tessere.bench;

import fr.tessere.protocol.card.FileId;
import fr.tessere.server.Folders;
import fr.tessere.verification.authenticity.ChipAuthentication;
import fr.tessere.verification.authenticity.ChipReading;
import fr.tessere.verification.authenticity.ChipSession;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.lds.SecurityInfos;
import fr.tessere.verification.passive.PassiveAuthentication;
import fr.tessere.verification.passive.SignedDocument;
import fr.tessere.verification.trust.TrustAnchors;
import fr.tessere.verification.trust.TrustFolder;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Passive and Chip Authentication of one document: as the product does it, as few lines would, and the bare operations. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // set by readOnce
public class ProofBenchmark {
    @Param("french-identity-card")
    String profile = "";

    private final SecureRandom random = new SecureRandom();
    private final Instant at = Instant.now();
    private TrustAnchors anchors;
    private PassiveAuthentication passive;
    private DocumentRead read;
    private BareOperations bare;
    private PlainCode plain;

    /** Reads the document as a reader does, and sees that each way accepts it. */
    @Setup
    public void readOnce() throws Exception {
        anchors =
                TrustFolder.survey(Folders.root().resolve("src/main/trust"), at).anchors();
        passive = new PassiveAuthentication(anchors, false);
        read = DocumentRead.of(profile, random);
        bare = read.bare(anchors);
        plain = new PlainCode(read, anchors);
        product();
        if (bare() == 0 || plainCode() == 0) {
            throw new IllegalStateException("a signature does not verify");
        }
    }

    /** The product, the signer's verdict kept. */
    @Benchmark
    public ChipReading product() throws RefusedException {
        return prove(passive);
    }

    /** The product, the signer never seen before. */
    @Benchmark
    public ChipReading productSignerNew() throws RefusedException {
        return prove(new PassiveAuthentication(anchors, false));
    }

    /** The cryptographic operations alone. */
    @Benchmark
    public int bare() throws GeneralSecurityException {
        return bare.passive() ? bare.chip() : 0;
    }

    /** A library's parser and Java's interfaces without a provider's name, everything decoded each time. */
    @Benchmark
    public int plainCode() throws Exception {
        return plain.passive() ? plain.chip() : 0;
    }

    private ChipReading prove(PassiveAuthentication authentication) throws RefusedException {
        SignedDocument document = authentication.verify(read.files().sod(), at);
        SecurityInfos infos =
                SecurityInfos.parse(document.signed(FileId.DG14, read.infos()).raw());
        ChipSession session = ChipAuthentication.begin(infos, random);
        session.script(read.plan(), read.files().largestAnswer());
        ChipReading reading = read.session().read(read.plan(), read.answers());
        document.signed(
                FileId.DG1, Objects.requireNonNull(reading.files().files().get(FileId.DG1)));
        return reading;
    }
}
