package fr.tessere.tools;

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
        here.complain(texts.say("wrong-use") + ": " + sentence(texts, refused));
        here.complain(texts.say("see-help", command));
        return ToolsCommand.WRONG_USE;
    }

    private static String sentence(Texts texts, ParameterException refused) {
        if (refused instanceof CommonOptions.SentenceException own) {
            return String.valueOf(own.getMessage());
        }
        if (refused instanceof UnmatchedArgumentException unmatched) {
            return texts.say("unknown", unmatched.getUnmatched().get(0));
        }
        if (refused instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return texts.say("missing", name(missing.getMissing().get(0)));
        }
        return refused.getArgSpec() == null
                ? String.valueOf(refused.getMessage())
                : texts.say("bad-value", name(refused.getArgSpec()));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
