package fr.tessere.reader.cli;

import fr.tessere.reader.access.AccessKey;
import fr.tessere.reader.access.CardAccessNumber;
import fr.tessere.reader.access.MrzKey;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.page.Texts;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * Where what is printed on the card comes from. Never a command argument: those stand in the shell's history, and every
 * user of the machine sees them in the list of processes.
 */
final class KeyOptions {
    @Option(names = "--can-from-stdin")
    private boolean canFromStdin;

    @Option(names = "--mrz-from-stdin")
    private boolean mrzFromStdin;

    @Option(names = "--mrz")
    private boolean mrz;

    /** True if a person is there to correct a code. */
    boolean isAsked() {
        return !canFromStdin && !mrzFromStdin;
    }

    /**
     * Asks for the code until there is one.
     *
     * @param prompt key of the text that asks for the CAN
     * @param emptyMeansMrz true if an empty CAN leads on to the MRZ, false if it means no key
     * @return empty if the person wants none or ended the input
     */
    Optional<AccessKey> ask(Terminal terminal, Texts texts, String prompt, boolean emptyMeansMrz)
            throws ReadingException {
        if (canFromStdin) {
            return Optional.of(CardAccessNumber.typed(terminal.nextLine().orElse("")));
        }
        if (mrzFromStdin) {
            return Optional.of(MrzKey.typed(
                    terminal.nextLine().orElse(""),
                    terminal.nextLine().orElse(""),
                    terminal.nextLine().orElse("")));
        }
        if (mrz) {
            return askMrz(terminal, texts);
        }
        Optional<String> can = terminal.askHidden(texts.say(prompt));
        if (can.isPresent() && can.get().isBlank()) {
            return emptyMeansMrz ? askMrz(terminal, texts) : Optional.empty();
        }
        return can.isPresent() ? Optional.of(CardAccessNumber.typed(can.get())) : Optional.empty();
    }

    private static Optional<AccessKey> askMrz(Terminal terminal, Texts texts) throws ReadingException {
        Optional<String> number = terminal.askHidden(texts.say("cli.number"));
        Optional<String> birth = number.flatMap(typed -> terminal.askHidden(texts.say("cli.birth")));
        Optional<String> expiry = birth.flatMap(typed -> terminal.askHidden(texts.say("cli.expiry")));
        return expiry.isPresent()
                ? Optional.of(MrzKey.typed(number.orElseThrow(), birth.orElseThrow(), expiry.get()))
                : Optional.empty();
    }
}
