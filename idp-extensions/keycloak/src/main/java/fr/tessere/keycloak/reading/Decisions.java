package fr.tessere.keycloak.reading;

import fr.tessere.keycloak.status.Standing;
import fr.tessere.operations.phase.Meters;
import fr.tessere.protocol.reading.Channel;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.Limits;
import fr.tessere.protocol.reading.ReadingDone;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ServerReply;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.verification.ChipVerification;
import fr.tessere.verification.Decided;
import fr.tessere.verification.PendingReading;
import fr.tessere.verification.ReadingRequest;
import fr.tessere.verification.Refused;
import fr.tessere.verification.Step;
import fr.tessere.verification.Verdict;
import fr.tessere.verification.Verified;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.assurance.Factor;
import fr.tessere.verification.evidence.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls the door of verification for one step of one reading, and keeps what came of it. */
final class Decisions {
    private final Equipment equipment;
    private final ReadingStore store;
    private final Standing standing;
    private final Reading reading;
    private final Progress progress;
    private final long keepSeconds;
    private final Function<Reading, String> returnAddress;

    Decisions(
            Equipment equipment,
            ReadingStore store,
            Standing standing,
            Reading reading,
            Progress progress,
            long keepSeconds,
            Function<Reading, String> returnAddress) {
        this.equipment = equipment;
        this.store = store;
        this.standing = standing;
        this.reading = reading;
        this.progress = progress;
        this.keepSeconds = keepSeconds;
        this.returnAddress = returnAddress;
    }

    ServerReply begin(UnverifiedFiles files, ReadingRequest request, Instant at) throws RefusedException {
        ChipVerification door = door(at);
        return after(guarded(() -> door.begin(files, request, at)), request, at);
    }

    ServerReply resume(PendingReading pending, ChipAnswers answers, ReadingRequest request, Instant at)
            throws RefusedException {
        ChipVerification door = door(at);
        return after(guarded(() -> door.resume(pending, answers, request, at)), request, at);
    }

    /** Switches are asked anew at every step: what the door remembers of a signer does not outlive one. */
    private ChipVerification door(Instant at) {
        return equipment.verification().under(standing.switches(at));
    }

    private ServerReply after(Step step, ReadingRequest request, Instant at) throws RefusedException {
        Outcome outcome = step.fold(
                next -> {
                    keep(progress.challenged(
                            next.script().round(), next.pending().sealed()));
                    return new Outcome(Optional.of(next.script()), Optional.empty());
                },
                decided -> decide(decided.verdict(), request, at));
        if (outcome.refused().isPresent()) {
            Refused refused = outcome.refused().get();
            keep(progress.refused(refused.code()));
            throw new RefusedDocumentException(refused);
        }
        return outcome.reply().orElseThrow();
    }

    private Outcome decide(Verdict verdict, ReadingRequest request, Instant at) {
        return verdict.fold(verified -> accept(verified, request, at), Outcome::of);
    }

    private Outcome accept(Verified read, ReadingRequest request, Instant at) {
        if (read.evidence().specimen() && !reading.specimens()) {
            return refusal(read, new RefusedException(RefusalCode.SPECIMEN_NOT_ACCEPTED, "this realm accepts none"));
        }
        Verified verified;
        try {
            verified =
                    standing.check(read, AssuranceLevel.ofAcr(reading.level()).orElse(AssuranceLevel.EIDAS3), at);
        } catch (RefusedException refused) {
            return refusal(read, refused);
        }
        Optional<RefusalCode> missing = shortfall(verified, at);
        if (missing.isPresent()) {
            return refusal(verified, new RefusedException(missing.get(), reading.level() + " is asked for"));
        }
        keep(progress.verified(equipment.verification().seal(verified, request)));
        Optional<String> address = progress.channel() == Channel.THIS_DEVICE
                ? Optional.of(returnAddress.apply(reading))
                : Optional.empty();
        return new Outcome(Optional.of(new ReadingDone(Limits.VERSION, address)), Optional.empty());
    }

    /** What is missing for the level, together with a second factor, which the browser is asked for afterwards. */
    private Optional<RefusalCode> shortfall(Verified verified, Instant at) {
        Set<Factor> factors = standing.factors(verified.document(), at);
        Optional<AssuranceLevel> reached = equipment.policy().levelOf(verified.evidence(), factors, progress.channel());
        AssuranceLevel asked = AssuranceLevel.ofAcr(reading.level()).orElse(AssuranceLevel.EIDAS3);
        return reached.filter(level -> level.reaches(asked)).isPresent()
                ? Optional.empty()
                : Optional.of(equipment.policy().shortfall(asked, verified.evidence(), factors));
    }

    private void keep(Progress now) {
        store.keep(reading.id(), now, keepSeconds);
    }

    /** A document that verification accepted and this realm does not. */
    private static Outcome refusal(Verified read, RefusedException why) {
        return Outcome.of(new Refused(
                why.code(), why.detail(), Optional.of(read.decision().refusedBy(why.code()))));
    }

    /** Hostile bytes may find an error that no guard knows: the reading ends by it, the server goes on. */
    private Step guarded(Supplier<Step> work) throws RefusedException {
        long begun = System.nanoTime();
        boolean busy = true;
        try {
            Step step = equipment.work().result(work);
            busy = false;
            return step;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError accident) {
            busy = false;
            return new Decided(
                    new Refused(RefusalCode.SERVER_FAILED, accident.getClass().getName()));
        } finally {
            Meters.verified(busy, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private record Outcome(Optional<ServerReply> reply, Optional<Refused> refused) {
        static Outcome of(Refused refused) {
            return new Outcome(Optional.empty(), Optional.of(refused));
        }
    }
}
