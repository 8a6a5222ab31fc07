package fr.tessere.specimen.chip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How one chip behaves where chips differ.
 *
 * @param largestAnswer most bytes in the data field of one answer as it goes over the wire, secure messaging included;
 *     64 to 65,536
 * @param tooLarge what the chip does when a READ BINARY asks for more than fits
 * @param extendedLength true if the chip takes commands of extended length
 * @param retryDelay how long the chip waits before it begins access control again once a wrong code was tried; the wait
 *     ends with the first right code, a reset does not end it
 * @param faults where the chip breaks the standard, each step in this order; none in an honest chip
 */
public record ChipSettings(
        int largestAnswer, TooLarge tooLarge, boolean extendedLength, Duration retryDelay, List<ChipFault> faults) {
    /** A present-day chip: extended length, long answers, no delay. */
    public static final ChipSettings DEFAULT =
            new ChipSettings(32_768, TooLarge.SHORT_ANSWER, true, Duration.ZERO, List.of());

    public ChipSettings {
        faults = List.copyOf(faults);
        if (largestAnswer < 64 || largestAnswer > 65_536) {
            throw new IllegalArgumentException("the largest answer has 64 to 65536 bytes, got " + largestAnswer);
        }
        if (retryDelay.isNegative()) {
            throw new IllegalArgumentException("a delay is not negative");
        }
    }

    /** Answers of at most this many bytes, and no extended length unless more than 256. */
    public ChipSettings withLargestAnswer(int bytes) {
        return new ChipSettings(bytes, tooLarge, bytes > 256, retryDelay, faults);
    }

    /** Another reaction to a READ BINARY that asks for too much. */
    public ChipSettings with(TooLarge reaction) {
        return new ChipSettings(largestAnswer, reaction, extendedLength, retryDelay, faults);
    }

    /** Another wait after wrong codes. */
    public ChipSettings withRetryDelay(Duration delay) {
        return new ChipSettings(largestAnswer, tooLarge, extendedLength, delay, faults);
    }

    /** One fault more, behind those there are. */
    public ChipSettings with(ChipFault fault) {
        List<ChipFault> all = new ArrayList<>(faults);
        all.add(fault);
        return new ChipSettings(largestAnswer, tooLarge, extendedLength, retryDelay, all);
    }

    /** The reactions seen on chips in circulation. */
    public enum TooLarge {
        /** As many bytes as fit, status 9000. */
        SHORT_ANSWER,
        /** Status 6700, no data; the secure channel goes on. */
        WRONG_LENGTH,
        /** Status 6Cxx with the number of bytes that fit (6C00 from 256 on), no data; the secure channel goes on. */
        EXACT_LENGTH
    }
}
