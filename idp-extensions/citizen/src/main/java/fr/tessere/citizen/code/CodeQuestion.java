package fr.tessere.citizen.code;

import fr.tessere.citizen.page.Sheet;
import fr.tessere.protocol.reading.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a page that asks for the code says of it: why the last one was none, whether one is looked at now, and if not, when. */
public final class CodeQuestion {
    private CodeQuestion() {}

    /** The sheet with {@code open}, with {@code minutes} where the person has to wait, and with what was wrong. */
    public static Sheet on(Sheet sheet, CodeCheck check, Optional<RefusalCode> wrong, Instant now) {
        sheet.with("open", wrong.filter(CodeQuestion::closes).isEmpty());
        wrong.ifPresent(sheet::wrong);
        check.next(now).ifPresent(next -> sheet.with("minutes", minutes(now, next)));
        return sheet;
    }

    private static boolean closes(RefusalCode code) {
        return code == RefusalCode.CODE_BLOCKED || code == RefusalCode.CODE_DELAYED;
    }

    /** Whole minutes, at least one. */
    private static long minutes(Instant now, Instant next) {
        return Math.max(1, Duration.between(now, next).plusSeconds(59).toMinutes());
    }
}
