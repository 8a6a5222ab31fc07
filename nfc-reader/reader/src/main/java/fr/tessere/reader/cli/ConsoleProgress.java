package fr.tessere.reader.cli;

import fr.tessere.reader.page.Texts;
import fr.tessere.reader.script.ProgressListener;
import fr.tessere.reader.script.ReadingStep;
import fr.tessere.reader.server.SignInListener;
import org.jspecify.annotations.Nullable;

/** Says each step once, and how far the last one is wherever it has moved by a quarter. */
final class ConsoleProgress implements ProgressListener, SignInListener {
    private final Terminal terminal;
    private final Texts texts;
    private @Nullable ReadingStep current;
    private int quarter;

    ConsoleProgress(Terminal terminal, Texts texts) {
        this.terminal = terminal;
        this.texts = texts;
    }

    @Override
    public void at(ReadingStep step, double fraction) {
        if (current != step) {
            current = step;
            quarter = 0;
            terminal.say("- " + texts.say("step." + step.word()));
        }
        int reached = (int) (fraction * 4);
        if (reached > quarter && reached < 4) {
            quarter = reached;
            terminal.say("    " + quarter * 25 + " %");
        }
    }

    @Override
    public void cardLost() {
        current = null;
        terminal.say("! " + texts.say("step.lost"));
    }

    @Override
    public void checking() {
        current = null;
        terminal.say("- " + texts.say("step.checking"));
    }
}
