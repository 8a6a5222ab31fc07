package fr.tessere.verification;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.trust.CountrySigner;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.TrustAnchors;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The door of verification as the tests use it: trusts the specimen authority, on a day when specimens are valid. */
final class Door {
    static final Instant TODAY = Instant.parse("2026-11-23T10:00:00Z");
    static final ReadingRequest REQUEST =
            new ReadingRequest("handle-1", "demo-service", "eidas1", Set.of(FileId.DG1, FileId.DG11));

    final ChipVerification verification;

    Door() {
        this(specimenAnchors(), VerificationSettings.defaults());
    }

    Door(TrustAnchors anchors, VerificationSettings settings) {
        verification =
                new ChipVerification(anchors, new SealingKey(Bytes.of(new byte[32])), new SecureRandom(), settings);
    }

    /** The whole reading, as often as the server wants another script. */
    Verdict read(ReaderAtHand reader) {
        return read(reader, reader.files());
    }

    Verdict read(ReaderAtHand reader, fr.tessere.protocol.reading.UnverifiedFiles files) {
        Step step = verification.begin(files, REQUEST, TODAY);
        while (step instanceof NextScript next) {
            step = verification.resume(next.pending(), reader.play(next.script()), REQUEST, TODAY);
        }
        return ((Decided) step).verdict();
    }

    NextScript begin(ReaderAtHand reader) {
        Step step = verification.begin(reader.files(), REQUEST, TODAY);
        return step.fold(script -> script, decided -> {
            throw new AssertionError(decided.verdict());
        });
    }

    static RefusalCode codeOf(Verdict verdict) {
        return verdict.fold(
                verified -> {
                    throw new AssertionError("verified");
                },
                Refused::code);
    }

    static RefusalCode codeOf(Step step) {
        return step.fold(
                script -> {
                    throw new AssertionError("a script");
                },
                decided -> codeOf(decided.verdict()));
    }

    static Verified verified(Verdict verdict) {
        return verdict.fold(verified -> verified, refused -> {
            throw new AssertionError(refused.code() + ": " + refused.detail());
        });
    }

    static TrustAnchors specimenAnchors() {
        return anchors(Specimens.authority().countrySigners().values().stream()
                .map(fr.tessere.specimen.authority.CountrySigner::certificate)
                .toList());
    }

    static TrustAnchors anchors(List<Bytes> certificates) {
        try {
            List<CountrySigner> anchors = new ArrayList<>();
            for (Bytes certificate : certificates) {
                anchors.add(new CountrySigner(SignedCertificate.parse(certificate), true));
            }
            return TrustAnchors.of(anchors, List.of(), List.of());
        } catch (RefusedException refusal) {
            throw new AssertionError(refusal.detail(), refusal);
        }
    }
}
