package fr.tessere.bench;

import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.reader.card.CardCost;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.card.TracedChannel;
import fr.tessere.reader.script.OpenedChip;
import fr.tessere.server.Answer;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.SpecimenCard;
import fr.tessere.server.Visitor;
import fr.tessere.server.Wire;
import fr.tessere.specimen.document.Specimens;
import java.util.Set;

/** Requests, commands and bytes of one reading, for every profile of the specimens. */
final class Traffic {
    private Traffic() {}

    static String measure(KeycloakServer server) throws ReadingException {
        StringBuilder table = new StringBuilder("""
                ## Requests, commands and bytes of one reading

                Requests of the reader to the server, `open` included. Commands go from the reader to the chip, from
                EF.CardAccess to the last byte of DG1.

                | document | requests | bytes sent | bytes received | commands | bytes to chip | bytes from chip | ended |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |
                """);
        for (String profile : Specimens.profiles()) {
            table.append(row(server, profile));
        }
        return table.toString();
    }

    private static String row(KeycloakServer server, String profile) throws ReadingException {
        Wire wire = new Wire(Visitor.arriveAt(server).readingHere());
        try (SpecimenCard card = SpecimenCard.overTcp(Specimens.load(profile))) {
            TracedChannel channel = TracedChannel.counting(card.channel());
            wire.open();
            OpenedChip chip = card.open(channel);
            UnverifiedFiles files = chip.readFiles(Set.of(FileId.DG1));
            Answer answer = wire.chip(files);
            while (answer.type().equals("script")) {
                answer = wire.proof(chip.play(answer.script()));
            }
            String end = answer.type().equals("done") ? "done" : answer.code().word();
            CardCost cost = channel.cost();
            return "| %s | %d | %d | %d | %d | %d | %d | %s |\n"
                    .formatted(
                            profile,
                            wire.requests(),
                            wire.bytesSent(),
                            wire.bytesReceived(),
                            cost.apdus(),
                            cost.bytesSent(),
                            cost.bytesReceived(),
                            end);
        }
    }
}
