package fr.tessere.verification.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * A date of birth, of which parts may be unknown (ICAO 9303-3 §4.8). A part is known only if all larger parts are.
 *
 * @param year four digits, 0 if unknown
 * @param month 1 to 12, 0 if unknown
 * @param day 1 to 31, 0 if unknown
 */
public record BirthDate(int year, int month, int day) {
    public BirthDate {
        if (year < 0 || year > 9999 || month < 0 || month > 12 || day < 0) {
            throw new IllegalArgumentException("a date of birth out of range");
        }
        if (year == 0 && month + day > 0 || month == 0 && day > 0) {
            throw new IllegalArgumentException("a part of a date is known only if the larger parts are");
        }
        if (day > 0) {
            try {
                LocalDate.of(year, month, day);
            } catch (DateTimeException none) {
                throw new IllegalArgumentException("no such day in the calendar", none);
            }
        }
    }

    /** True if that many years have passed for certain, in UTC: an unknown part counts as the latest it can be. */
    public boolean ageOver(int years, Instant at) {
        return year > 0
                && !latest().plusYears(years).isAfter(at.atZone(ZoneOffset.UTC).toLocalDate());
    }

    /** {@code 1964-08-12}, {@code 1964-08}, {@code 1964}, or nothing: as far as it is known. */
    public String text() {
        if (year == 0) {
            return "";
        }
        if (month == 0) {
            return "%04d".formatted(year);
        }
        return day == 0 ? "%04d-%02d".formatted(year, month) : "%04d-%02d-%02d".formatted(year, month, day);
    }

    private LocalDate latest() {
        if (month == 0) {
            return LocalDate.of(year, 12, 31);
        }
        return day == 0 ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day);
    }

    @Override
    public String toString() {
        return "BirthDate[hidden]";
    }
}
