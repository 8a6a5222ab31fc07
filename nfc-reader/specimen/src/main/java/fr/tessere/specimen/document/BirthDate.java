package fr.tessere.specimen.document;

import java.time.LocalDate;

/**
 * A birth date whose month and day may be unknown.
 *
 * @param text {@code 1987-03-14}, or with {@code XX} for an unknown month or day: {@code 1987-XX-XX}
 */
public record BirthDate(String text) {
    public BirthDate {
        if (!text.matches("[0-9]{4}-([0-9]{2}|XX)-([0-9]{2}|XX)")) {
            throw new IllegalArgumentException("a birth date is written 1987-03-14 or 1987-XX-XX");
        }
        if (!text.contains("X")) {
            LocalDate.parse(text);
        }
    }

    /** YYMMDD, unknown parts filled with {@code <} (ICAO 9303-3 §4.8). */
    String inMrz() {
        return text.substring(2).replace("-", "").replace('X', '<');
    }

    /** CCYYMMDD, unknown parts as zeros (ICAO 9303-10 §4.7.11, tag 5F2B). */
    String inFull() {
        return text.replace("-", "").replace('X', '0');
    }

    @Override
    public String toString() {
        return "BirthDate[hidden]";
    }
}
