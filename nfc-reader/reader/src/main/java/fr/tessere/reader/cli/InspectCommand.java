package fr.tessere.reader.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.protocol.card.FileId;
import fr.tessere.reader.access.AccessKey;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.page.CardDesk;
import fr.tessere.reader.page.Texts;
import fr.tessere.reader.script.ChipOffer;
import fr.tessere.reader.script.ChipOffer.Insight;
import fr.tessere.reader.script.ProgressListener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a chip offers and sends nothing anywhere: {@code tessere inspect}. */
@Command(name = "inspect", sortOptions = false)
final class InspectCommand implements Callable<Integer> {
    private final Surroundings here;

    @Mixin
    private final CardOptions card = new CardOptions();

    @Mixin
    private final KeyOptions key = new KeyOptions();

    @Option(names = "--list")
    private boolean list;

    @Option(names = "--json")
    private boolean json;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    InspectCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws ReadingException {
        if (list) {
            return ReaderList.print(here);
        }
        CardDesk desk = here.desks().apply(card);
        desk.requireReader();
        // with nobody to ask, the outside of the chip still says something
        Optional<AccessKey> typed = key.isAsked() && !here.terminal().isPerson()
                ? Optional.empty()
                : key.ask(here.terminal(), here.texts(), "cli.can.outside", false);
        try (CardChannel channel = desk.connect()) {
            ProgressListener progress =
                    json ? ProgressListener.NONE : new ConsoleProgress(here.terminal(), here.texts());
            ChipOffer offer = desk.inspect(channel, typed, progress);
            if (json) {
                here.terminal().say(json(offer).toPrettyString());
            } else {
                show(offer);
            }
            return ReaderCommand.DONE;
        }
    }

    private void show(ChipOffer offer) {
        Texts texts = here.texts();
        sayAll("inspect.access", offer.access(), "inspect.access.none");
        offer.insight().ifPresent(this::show);
        say(
                "inspect.cost",
                texts.say(
                        "cli.cost.short",
                        offer.cost().apdus(),
                        offer.cost().bytesSent(),
                        offer.cost().bytesReceived()));
        if (offer.insight().isEmpty()) {
            here.terminal().say(texts.say("inspect.outside"));
        }
        here.terminal().say(texts.say("inspect.unproven"));
    }

    private void show(Insight inside) {
        say("inspect.opened-by", inside.openedBy());
        sayAll("inspect.data-groups", words(inside), "inspect.none");
        sayAll("inspect.chip-authentication", inside.chipAuthentication(), "inspect.none");
        sayAll(
                "inspect.active-authentication",
                inside.activeAuthentication().stream().toList(),
                "inspect.none");
        say("inspect.copy", here.texts().say(isProtected(inside) ? "inspect.copy.yes" : "inspect.copy.no"));
        say("inspect.largest-answer", here.texts().say("inspect.bytes", inside.largestAnswer()));
    }

    private static ObjectNode json(ChipOffer offer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        offer.access().forEach(node.putArray("access")::add);
        offer.insight().ifPresent(inside -> {
            ObjectNode shown = node.putObject("inside");
            shown.put("openedBy", inside.openedBy());
            words(inside).forEach(shown.putArray("dataGroups")::add);
            inside.chipAuthentication().forEach(shown.putArray("chipAuthentication")::add);
            inside.activeAuthentication().ifPresent(kind -> shown.put("activeAuthentication", kind));
            shown.put("copyProtection", isProtected(inside));
            shown.put("largestAnswer", inside.largestAnswer());
        });
        node.putObject("cost")
                .put("commands", offer.cost().apdus())
                .put("bytesSent", offer.cost().bytesSent())
                .put("bytesReceived", offer.cost().bytesReceived());
        return node;
    }

    private static boolean isProtected(Insight inside) {
        return !inside.chipAuthentication().isEmpty()
                || inside.activeAuthentication().isPresent();
    }

    private static List<String> words(Insight inside) {
        return inside.dataGroups().stream().sorted().map(FileId::word).toList();
    }

    private void sayAll(String label, List<String> values, String none) {
        say(label, values.isEmpty() ? here.texts().say(none) : values.stream().collect(Collectors.joining(", ")));
    }

    private void say(String label, String value) {
        here.terminal().say("  " + here.texts().say("cli.pair", here.texts().say(label), value));
    }
}
