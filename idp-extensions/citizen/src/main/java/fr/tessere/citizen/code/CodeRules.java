package fr.tessere.citizen.code;

import fr.tessere.verification.identity.BirthDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which six digits may become a personal code: none that somebody who knows the person, or nobody, would try first. */
public final class CodeRules {
    /** Digits of a code. */
    public static final int LENGTH = 6;

    private static final String UP = "01234567890";
    private static final String DOWN = "09876543210";

    private CodeRules() {}

    /** Why this may not become the code of somebody born then; empty if it may. */
    public static Optional<Fault> faultOf(String code, BirthDate birth) {
        if (!isCode(code)) {
            return Optional.of(Fault.NO_SIX_DIGITS);
        }
        if (isRepeated(code)) {
            return Optional.of(Fault.REPEATED);
        }
        if (UP.contains(code) || DOWN.contains(code)) {
            return Optional.of(Fault.SEQUENCE);
        }
        return datesOf(birth).contains(code) ? Optional.of(Fault.BIRTH_DATE) : Optional.empty();
    }

    /** True for six digits of ASCII. */
    public static boolean isCode(String text) {
        return text.matches("[0-9]{" + LENGTH + "}");
    }

    /** One digit, two or three that come again and again, or pairs of one digit each. */
    private static boolean isRepeated(String code) {
        boolean pairs = code.matches("(.)\\1(.)\\2(.)\\3");
        boolean halves = code.matches("(.)\\1\\1(.)\\2\\2");
        return pairs || halves || code.matches("(.{1,3}?)\\1+");
    }

    /** Day, month and year in every order in which people write them, the year with two digits or four. */
    private static Set<String> datesOf(BirthDate birth) {
        Set<String> dates = new LinkedHashSet<>();
        String year = "%04d".formatted(birth.year());
        String month = "%02d".formatted(birth.month());
        String day = "%02d".formatted(birth.day());
        String two = year.substring(2);
        if (birth.year() > 0 && birth.month() > 0) {
            dates.add(year + month);
            dates.add(month + year);
        }
        if (birth.day() > 0) {
            // some are the same where day and month are
            dates.addAll(List.of(
                    day + month + two,
                    month + day + two,
                    two + month + day,
                    two + day + month,
                    day + year,
                    year + day));
        }
        return dates;
    }

    /** Why a code is refused. */
    public enum Fault {
        /** Not six digits. */
        NO_SIX_DIGITS,
        /** Digits that repeat themselves. */
        REPEATED,
        /** Digits in a row, up or down. */
        SEQUENCE,
        /** The date of birth. */
        BIRTH_DATE
    }
}
