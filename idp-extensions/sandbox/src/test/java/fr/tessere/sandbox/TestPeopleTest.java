package fr.tessere.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.sandbox.people.TestPeople;
import fr.tessere.sandbox.people.TestPerson;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Test people cover what happens to real ones")
class TestPeopleTest {
    private final TestPeople people = new TestPeople();

    @Test
    void areAtLeastTwentyFiveAndEachHasADocumentOfTheirOwn() {
        assertThat(people.all()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(people.all()).extracting(TestPerson::id).doesNotHaveDuplicates();
        assertThat(people.all()).allSatisfy(person -> {
            assertThat(person.document().mrz().information().characters()).isNotBlank();
            assertThat(person.textIn(Locale.FRENCH)).isNotBlank().isNotEqualTo(person.textIn(Locale.ENGLISH));
        });
        assertThat(people.all())
                .filteredOn(person -> !person.changes().isEmpty())
                .extracting(person -> person.paper().number())
                .doesNotHaveDuplicates();
    }

    @Test
    void endInASignInOrInARefusalThatExists() {
        assertThat(people.all())
                .allMatch(person -> person.signsIn()
                        || Arrays.stream(RefusalCode.values())
                                .anyMatch(code -> code.word().equals(person.outcome())));
        assertThat(people.all())
                .extracting(TestPerson::outcome)
                .contains("document-expired", "document-lost", "signer-revoked", "chip-not-original");
    }
}
