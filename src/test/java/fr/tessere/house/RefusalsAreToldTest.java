package fr.tessere.house;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.Trouble;
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
    /** What is typed at the reader before anything is read, and what keeps it from the server: nobody else can hear of it. */
    private static final Set<RefusalCode> AT_THE_READER = Set.of(
            RefusalCode.CAN_MALFORMED,
            RefusalCode.MRZ_MALFORMED,
            RefusalCode.ADDRESS_INVALID,
            RefusalCode.SERVER_UNREACHABLE);

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
                .filter(code -> !AT_THE_READER.contains(code))
                // each of them by ReaderTroubleTest
                .filter(code -> !Trouble.CODES.contains(code))
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
