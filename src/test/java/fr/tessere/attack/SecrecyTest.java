package fr.tessere.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.script.OpenedChip;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.Played;
import fr.tessere.server.RecordingChannel;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.Visitor;
import fr.tessere.server.Wire;
import fr.tessere.server.WithKeycloak;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("With Chip Authentication the reader carries the identity and cannot read it")
class SecrecyTest {
    /** Shortest piece of DG1 that counts as read, bytes. */
    private static final int PIECE = 8;

    private static final Pattern BASE64 = Pattern.compile("\"([A-Za-z0-9+/]{8,}={0,2})\"");

    private final SpecimenDocument document = Specimens.load("french-identity-card");

    @Test
    void twoExchangesAfterOpen(KeycloakServer server) throws ReadingException {
        Played played = Played.honestly(Visitor.arriveAt(server).readingHere(), document);

        assertThat(played.last().type()).isEqualTo("done");
        assertThat(played.wire().requests()).as("open, chip, proof").isEqualTo(3);
    }

    @Test
    void nothingThatTheReaderSeesHoldsDataGroup1(KeycloakServer server) throws ReadingException {
        Wire wire = new Wire(Visitor.arriveAt(server).readingHere());
        List<Bytes> seen = new ArrayList<>();
        try (SpecimenCard card = SpecimenCard.overTcp(document)) {
            RecordingChannel channel = new RecordingChannel(card.channel());
            wire.open();
            OpenedChip chip = card.open(channel);
            UnverifiedFiles files = chip.readFiles(Set.of(FileId.DG1));
            ChipAnswers answers = chip.play(wire.chip(files).script());
            assertThat(wire.proof(answers).type()).isEqualTo("done");
            seen.addAll(channel.commands());
            seen.addAll(channel.answers());
            // as the reader's own secure messaging unwrapped them
            seen.addAll(files.files().values());
            seen.addAll(answers.answers());
        }
        wire.seen().forEach(body -> seen.addAll(contentOf(body)));

        Bytes identity = document.fileOf(FileId.DG1);
        assertThat(identity.length()).isGreaterThan(80);
        for (int at = 5; at + PIECE <= identity.length(); at++) {
            String piece = identity.slice(at, at + PIECE).toHex();
            assertThat(seen)
                    .as("bytes %d to %d of DG1", at, at + PIECE)
                    .noneMatch(bytes -> bytes.toHex().contains(piece));
        }
    }

    /** A message's text itself, and all in it that is base64. */
    private static List<Bytes> contentOf(String body) {
        List<Bytes> content = new ArrayList<>();
        content.add(Bytes.of(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        BASE64.matcher(body).results().forEach(hit -> {
            try {
                content.add(Bytes.of(Base64.getDecoder().decode(hit.group(1))));
            } catch (IllegalArgumentException noBase64) {
                // a word
            }
        });
        return content;
    }
}
