package fr.tessere.claims.request;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.verification.assurance.AssuranceLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The level that is asked for: acr_values, the claim acr, the client's settings")
class AskedLevelTest {
    private static final String NONE = "none";

    /** acr_values, claim (an exclamation mark makes it essential), minimum, usual: least level. */
    private static final String TABLE = """
            # nothing said
            '', '', '', '', 1
            '', '', eidas2, '', 2
            '', '', '', eidas2, 2
            '', '', '', 'eidas3 eidas2', 2
            '', '', eidas3, eidas2, 3
            # acr_values: alternatives, in any order
            eidas1, '', '', '', 1
            eidas2, '', '', '', 2
            eidas3, '', '', '', 3
            'eidas3 eidas2', '', '', '', 2
            'eidas2  eidas3', '', '', '', 2
            'urn:other eidas2', '', '', '', 2
            '1 eidas2', '', '', '', 2
            eidas2, '', '', eidas3, 2
            # unknown: closed
            urn:other, '', '', '', none
            2, '', '', '', none
            EIDAS2, '', '', '', none
            eidas4, '', '', '', none
            '0 1 2 3', '', '', '', none
            '', urn:other, '', '', none
            eidas1, urn:other, '', '', none
            urn:other, eidas1, '', '', none
            '', '', urn:other, '', none
            '', '', '', urn:other, none
            # the client's minimum lifts what is asked
            eidas1, '', eidas2, '', 2
            eidas3, '', eidas2, '', 3
            'eidas1 eidas3', '', eidas2, '', 2
            # the claim, voluntary
            '', eidas2, '', '', 2
            '', 'eidas3 eidas2', '', '', 2
            '', eidas1, eidas2, '', 2
            '', eidas1, '', eidas3, 1
            # both: the higher of the two
            eidas1, eidas2, '', '', 2
            eidas3, eidas1, '', '', 3
            # the claim, essential: one of the values, all of them known and above the minimum
            '', '!eidas2', '', '', 2
            '', '!eidas2 eidas3', '', '', 2
            '', '!eidas2 urn:other', '', '', none
            '', '!2', '', '', none
            '', '!eidas1', eidas2, '', none
            '', '!eidas1 eidas2', eidas2, '', none
            '', '!eidas3', eidas2, '', 3
            '', '!', '', '', 1
            '', '!', eidas2, '', 2
            """;

    @ParameterizedTest(name = "acr_values {0}, claim {1}, minimum {2}, usual {3}: {4}")
    @CsvSource(textBlock = TABLE)
    void isTheLeastThatSatisfiesEverybody(String acrValues, String claim, String minimum, String usual, String level)
            throws MalformedRequestException {
        Optional<AskedLevel> asked = AskedLevel.of(acrValues, claims(claim), new ClientLevels(minimum, words(usual)));

        assertThat(asked.map(found -> String.valueOf(found.least().ordinal() + 1))
                        .orElse(NONE))
                .isEqualTo(level);
    }

    @ParameterizedTest(name = "acr_values {0}, claim {1}, minimum {2}, reached {3}: {4}")
    @CsvSource({
        "'', '', '', eidas1, eidas1",
        "'', '', '', eidas3, eidas3",
        "eidas1, '', '', eidas2, eidas1",
        "'eidas1 eidas2', '', '', eidas2, eidas2",
        "'eidas1 eidas2', '', '', eidas3, eidas2",
        "eidas1, '', eidas2, eidas2, eidas2",
        "'', '!eidas2', '', eidas3, eidas2",
        "'', '!eidas2 eidas3', '', eidas3, eidas3",
        "eidas3, eidas2, '', eidas3, eidas3",
        "eidas2, '', '', eidas1, none",
        "'', '', eidas2, eidas1, none",
        "'', '!eidas3', '', eidas2, none",
    })
    void isToldAndNeverMoreThanWasReached(String acrValues, String claim, String minimum, String reached, String told)
            throws MalformedRequestException {
        AskedLevel asked = AskedLevel.of(acrValues, claims(claim), new ClientLevels(minimum, List.of()))
                .orElseThrow();

        assertThat(asked.told(AssuranceLevel.ofAcr(reached).orElseThrow())
                        .map(AssuranceLevel::acr)
                        .orElse(NONE))
                .isEqualTo(told);
    }

    /** An exclamation mark makes it essential. */
    private static ClaimsParameter claims(String text) throws MalformedRequestException {
        boolean essential = text.startsWith("!");
        List<String> values = words(essential ? text.substring(1) : text);
        if (text.isEmpty()) {
            return ClaimsParameter.NONE;
        }
        String list = values.isEmpty() ? "" : ",\"values\":[\"" + String.join("\",\"", values) + "\"]";
        return ClaimsParameter.parse("{\"id_token\":{\"acr\":{\"essential\":" + essential + list + "}}}");
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
