package fr.tessere.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.PersonalTraces;
import fr.tessere.server.Played;
import fr.tessere.server.ReaderProgram;
import fr.tessere.server.Visitor;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.specimen.link.ChipServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("No name, number, date, MRZ, CAN or DG1 in any log, whether the sign-in succeeds or is refused")
class NoTraceTest {
    @Test
    void theServersLogTellsNothingOfAPersonWhoSignedIn(KeycloakServer server) throws ReadingException {
        SpecimenDocument document = Specimens.load("french-identity-card");
        Visitor visitor = Visitor.arriveAt(server);
        Played played = Played.honestly(visitor.readingHere(), document);
        String back = played.last().json().path("returnAddress").asText();

        assertThat(visitor.returnTo(back).tokens().claims().path("acr").asText())
                .isEqualTo("eidas1");
        assertThat(server.log()).contains("\"event\"");
        assertThat(PersonalTraces.in(server.log(), document)).isEmpty();
    }

    @Test
    void theServersLogTellsNothingOfARefusedPerson(KeycloakServer server) throws ReadingException {
        SpecimenDocument document = Specimens.load("copied-chip");
        Played played = Played.honestly(Visitor.arriveAt(server).readingHere(), document);

        assertThat(played.last().code()).isEqualTo(RefusalCode.CHIP_NOT_ORIGINAL);
        assertThat(server.log()).contains(RefusalCode.CHIP_NOT_ORIGINAL.word());
        assertThat(PersonalTraces.in(server.log(), document)).isEmpty();
    }

    @Test
    void theReaderSaysNothingOfThePersonEither(KeycloakServer server) {
        SpecimenDocument document = Specimens.load("french-identity-card");
        try (ChipServer chip = ChipServer.start(new SoftwareChip(document.contents()))) {
            ReaderProgram.Ended ended = ReaderProgram.run(
                    document.can().orElseThrow(),
                    "read",
                    Visitor.arriveAt(server).readingHere().toString(),
                    "--chip=127.0.0.1:" + chip.port(),
                    "--can-from-stdin");

            assertThat(ended.exitCode()).isZero();
            assertThat(PersonalTraces.in(ended.output(), document)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "can=142857",
                "{\"can\":\"142857\"}",
                "born 910713",
                "SPC1FRA01391071313503029",
                "spc1fra01",
                "by Lenoeud.",
                "YV1fH1pJREZSQVNQQzFGUkEwMTM8PDw8PDw8PDw8PDw8PDw5MTA3MTMxRjM1MDMwMjlGUkE8PDw8PDw8PDw8PDRTUEVDSU1FTjxMRU5PRVVEPDxNQUVMTEU8RlJBTkM="
            })
    void theSearchFindsAPerson(String line) {
        assertThat(PersonalTraces.in(line, Specimens.load("french-identity-card")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @DisplayName(
            "digits of the CAN or of a birth date stand by chance in a time, a handle or a digest: nobody is named")
    @ValueSource(
            strings = {
                "\"at\":1795769142857",
                "2026-11-27T08:45:42.142857Z",
                "\"handle\":\"fb142857d7ac\"",
                "9610425d5346b65a23dd6a222c8c60cce8e75c4914285709222709b966e5cd0a"
            })
    void theSearchFindsNobodyInATimeOrADigest(String line) {
        assertThat(PersonalTraces.in(line, Specimens.load("french-identity-card")))
                .isEmpty();
    }
}
