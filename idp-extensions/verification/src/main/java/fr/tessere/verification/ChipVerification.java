package fr.tessere.verification;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.trust.TrustAnchors;
import java.security.SecureRandom;
import java.time.Instant;

/** The door: a reader's files in, a script out; the chip's answers in, a verdict out. */
public final class ChipVerification {

    public ChipVerification(TrustAnchors anchors, SealingKey key, SecureRandom random, VerificationSettings settings) {}

    /** Checks what the State signed and plans the proof of the chip. */
    public Step begin(UnverifiedFiles files, ReadingRequest request, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Checks the chip's answers to the script of this pending reading. */
    public Step resume(PendingReading pending, ChipAnswers answers, ReadingRequest request, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** The result as bytes that nobody else can read or change, bound to the request. */
    public Bytes seal(Verified verified, ReadingRequest request) {
        throw new UnsupportedOperationException();
    }

    /** The result again; refuses {@code pending-reading-invalid} what was changed or belongs to another request. */
    public Verified open(Bytes sealed, ReadingRequest request) throws RefusedException {
        throw new UnsupportedOperationException();
    }
}
