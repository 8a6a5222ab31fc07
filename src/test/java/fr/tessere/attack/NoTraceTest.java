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
        assertThat(server.log()).contains("\"event\"").doesNotContain(PersonalTraces.of(document));
    }

    @Test
    void theServersLogTellsNothingOfARefusedPerson(KeycloakServer server) throws ReadingException {
        SpecimenDocument document = Specimens.load("copied-chip");
        Played played = Played.honestly(Visitor.arriveAt(server).readingHere(), document);

        assertThat(played.last().code()).isEqualTo(RefusalCode.CHIP_NOT_ORIGINAL);
        assertThat(server.log())
                .contains(RefusalCode.CHIP_NOT_ORIGINAL.word())
                .doesNotContain(PersonalTraces.of(document));
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
            assertThat(ended.output()).doesNotContain(PersonalTraces.of(document));
        }
    }
}
