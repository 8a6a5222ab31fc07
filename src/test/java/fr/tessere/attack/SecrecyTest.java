package fr.tessere.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.script.OpenedChip;
import fr.tessere.server.Answer;
import fr.tessere.server.KeycloakServer;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithKeycloak.class)
@DisplayName("With Chip Authentication the reader carries the identity and cannot read it")
class SecrecyTest {
    /** Shortest piece of DG1 that counts as read, bytes. */
    private static final int PIECE = 8;
    /** Tags and lengths before the MRZ, bytes: every DG1 has them. */
    private static final int HEADER = 5;

    private static final Pattern BASE64 = Pattern.compile("\"([A-Za-z0-9+/]{8,}={0,2})\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "french-identity-card",
                "identity-card-3des-ca",
                "passport-p384-aes256",
                "passport-bac-chip-authentication",
                "passport-dh"
            })
    void twoExchangesAfterOpenAndNothingThatTheReaderSeesHoldsDataGroup1(String profile, KeycloakServer server)
            throws ReadingException {
        SpecimenDocument document = Specimens.load(profile);
        Wire wire = new Wire(Visitor.arriveAt(server).readingHere());

        List<Bytes> seen = seenIn(wire, document);

        assertThat(wire.requests()).as("open, chip, proof").isEqualTo(3);
        assertThat(piecesOfDataGroup1(document, seen)).isEmpty();
    }

    @Test
    @DisplayName("the same search finds DG1 where the chip has nothing but Active Authentication")
    void theSearchFindsDataGroup1WhereItCanBeRead(KeycloakServer server) throws ReadingException {
        SpecimenDocument document = Specimens.load("passport-pace-ecdsa-aa");
        int pieces = document.fileOf(FileId.DG1).length() - HEADER - PIECE + 1;

        List<Bytes> seen = seenIn(new Wire(Visitor.arriveAt(server).readingHere()), document);

        assertThat(piecesOfDataGroup1(document, seen)).hasSize(pieces);
    }

    /** All that passes the reader in a reading that succeeds, on the side of the chip and of the server. */
    private static List<Bytes> seenIn(Wire wire, SpecimenDocument document) throws ReadingException {
        List<Bytes> seen = new ArrayList<>();
        try (SpecimenCard card = SpecimenCard.overTcp(document)) {
            RecordingChannel channel = new RecordingChannel(card.channel());
            wire.open();
            OpenedChip chip = card.open(channel);
            UnverifiedFiles files = chip.readFiles(Set.of(FileId.DG1));
            ChipAnswers answers = chip.play(wire.chip(files).script());
            Answer last = wire.proof(answers);
            assertThat(last.type()).as(last.body()).isEqualTo("done");
            seen.addAll(channel.commands());
            seen.addAll(channel.answers());
            // as the reader's own secure messaging unwrapped them
            seen.addAll(files.files().values());
            seen.addAll(answers.answers());
        }
        wire.seen().forEach(body -> seen.addAll(contentOf(body)));
        return seen;
    }

    /** Where in DG1 a piece begins that was seen, bytes. */
    private static List<Integer> piecesOfDataGroup1(SpecimenDocument document, List<Bytes> seen) {
        Bytes identity = document.fileOf(FileId.DG1);
        assertThat(identity.length()).isGreaterThan(80);
        List<String> all = seen.stream().map(Bytes::toHex).toList();
        return IntStream.rangeClosed(HEADER, identity.length() - PIECE)
                .filter(at -> {
                    String piece = identity.slice(at, at + PIECE).toHex();
                    return all.stream().anyMatch(hex -> hex.contains(piece));
                })
                .boxed()
                .toList();
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
