package fr.tessere.house;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.reading.RefusalCode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Where each code comes from. What verification and the reading resource throw passes one place, {@code ReadingCalls}, which
 * writes the event; the catalogue holds it to that on a running server. Every other code is told by a page or an answer of its
 * own, and needs a test that sees it in an event or in the log.
 */
@DisplayName("Every refusal stands in an event with its code")
class RefusalsAreToldTest {
    /** Beside the card: the reader tells the person, and the server never hears of it. */
    private static final Set<RefusalCode> BESIDE_THE_CARD = Set.of(
            RefusalCode.READER_MISSING,
            RefusalCode.CARD_MISSING,
            RefusalCode.CHIP_LOST,
            RefusalCode.CHIP_UNKNOWN,
            RefusalCode.CHIP_FAILED,
            RefusalCode.ACCESS_NOT_SUPPORTED,
            RefusalCode.CAN_MALFORMED,
            RefusalCode.CAN_WRONG,
            RefusalCode.CAN_UNKNOWN,
            RefusalCode.MRZ_MALFORMED,
            RefusalCode.MRZ_WRONG,
            RefusalCode.ACCESS_DELAYED,
            RefusalCode.ADDRESS_INVALID,
            RefusalCode.SERVER_UNREACHABLE,
            RefusalCode.SERVER_REPLY_MALFORMED);

    @Test
    void byTheReadingResourceOrByATestThatSeesIt() {
        String thrown = text("/verification/src/main/")
                + text("/fr/tessere/keycloak/reading/")
                + text("/InvalidMessageException.java");
        String seen = Repository.files(".java").stream()
                .filter(file -> Repository.name(file).startsWith("src/test/"))
                .map(Repository::text)
                .filter(source -> source.contains("Told(") || source.contains("entries?kind="))
                .collect(Collectors.joining());
        List<RefusalCode> untold = Arrays.stream(RefusalCode.values())
                .filter(code -> !BESIDE_THE_CARD.contains(code))
                .filter(code -> !Pattern.compile("RefusalCode\\." + code + "\\b")
                        .matcher(thrown)
                        .find())
                .filter(code -> !Pattern.compile("[\"=]" + code.word() + "\"")
                        .matcher(seen)
                        .find())
                .toList();

        assertThat(untold).isEmpty();
    }

    private static String text(String part) {
        return Repository.files(".java").stream()
                .filter(file -> file.toString().contains(part))
                .map(Repository::text)
                .collect(Collectors.joining());
    }
}
