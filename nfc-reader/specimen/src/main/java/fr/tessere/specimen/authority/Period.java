package fr.tessere.specimen.authority;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * From one instant to another, both included.
 *
 * @param from the first instant
 * @param to the last instant
 */
public record Period(Instant from, Instant to) {
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends before it begins");
        }
    }

    /** From the first second of one day to the last second of another (UTC), both written {@code 2026-01-31}. */
    public static Period ofDays(String first, String last) {
        return new Period(
                LocalDate.parse(first).atStartOfDay().toInstant(ZoneOffset.UTC),
                LocalDate.parse(last).atTime(23, 59, 59).toInstant(ZoneOffset.UTC));
    }
}
