package fr.tessere.reader.cli;

import fr.tessere.reader.page.Texts;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the person's language what was wrong with a call. */
final class WrongUse {
    private WrongUse() {}

    static int say(Surroundings here, ParameterException refused) {
        Texts texts = here.texts();
        String command = refused.getCommandLine().getCommandSpec().qualifiedName(" ");
        here.terminal().complain(texts.say("cli.pair", texts.say("cli.wrong-use"), sentence(texts, refused)));
        here.terminal().complain(texts.say("cli.see-help", command));
        return ReaderCommand.WRONG_USE;
    }

    private static String sentence(Texts texts, ParameterException refused) {
        if (refused instanceof CommonOptions.SentenceException own) {
            return String.valueOf(own.getMessage());
        }
        if (refused instanceof UnmatchedArgumentException unmatched) {
            return unmatched(texts, unmatched.getUnmatched().get(0));
        }
        if (refused instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return texts.say("cli.missing", name(missing.getMissing().get(0)));
        }
        if (refused.getArgSpec() != null) {
            return texts.say("cli.bad-value", name(refused.getArgSpec()));
        }
        return String.valueOf(refused.getMessage());
    }

    private static String unmatched(Texts texts, String argument) {
        // it may be a code from a card: only the name of an option is said again
        boolean option = argument.matches("--?[A-Za-z][A-Za-z-]*(=.*)?");
        return option ? texts.say("cli.unknown", argument.replaceAll("=.*", "")) : texts.say("cli.too-many");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
