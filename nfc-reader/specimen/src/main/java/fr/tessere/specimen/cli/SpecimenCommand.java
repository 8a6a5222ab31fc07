package fr.tessere.specimen.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Specimen documents for tests and training. Exit codes: 0 done, 2 failed, 64 wrong use. */
@Command(name = "specimen", sortOptions = false)
public final class SpecimenCommand implements Runnable {
    static final int DONE = 0;
    static final int FAILED = 2;
    static final int WRONG_USE = 64;

    private final Texts texts;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT)
    private boolean help;

    private SpecimenCommand(Texts texts) {
        this.texts = texts;
    }

    /** Runs one command and ends the program. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(Locale.getDefault(), new PrintWriter(out, true), new PrintWriter(err, true), arguments));
    }

    static int run(Locale locale, PrintWriter out, PrintWriter err, String... arguments) {
        Texts texts = Texts.in(locale);
        CommandLine line = new CommandLine(new SpecimenCommand(texts))
                .addSubcommand(new ListCommand(texts))
                .addSubcommand(new CatalogueCommand(texts))
                .addSubcommand(new MakeCommand(texts))
                .addSubcommand(new ShowCommand(texts))
                .addSubcommand(new ServeCommand(texts))
                .addSubcommand(new TrustCommand(texts));
        line.setResourceBundle(texts.bundle());
        line.setOut(out);
        line.setErr(err);
        line.setParameterExceptionHandler((wrong, given) -> wrongUse(texts, wrong));
        line.setExecutionExceptionHandler((failure, command, given) -> failed(texts, command, failure));
        return line.execute(arguments);
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new NoCommandException(spec.commandLine());
        }
    }

    private static int wrongUse(Texts texts, ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(texts.say("wrong-use", sentence(texts, wrong)));
        command.getErr().println(texts.say("see-help", command.getCommandSpec().qualifiedName()));
        return WRONG_USE;
    }

    private static String sentence(Texts texts, ParameterException wrong) {
        if (wrong instanceof NoCommandException) {
            return texts.say("command-missing");
        }
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return texts.say("unknown", unmatched.getUnmatched().get(0));
        }
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return texts.say("missing", name(missing.getMissing().get(0)));
        }
        ArgSpec argument = wrong.getArgSpec();
        return argument == null ? String.valueOf(wrong.getMessage()) : texts.say("bad-value", name(argument));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static int failed(Texts texts, CommandLine command, Exception failure) {
        String what = failure instanceof NoSuchFileException
                ? texts.say("no-such-file", String.valueOf(failure.getMessage()))
                : String.valueOf(failure.getMessage());
        command.getErr().println(texts.say("failed", what));
        return failure instanceof IllegalArgumentException ? WRONG_USE : FAILED;
    }

    private static final class NoCommandException extends ParameterException {
        private static final long serialVersionUID = 1L;

        NoCommandException(CommandLine line) {
            super(line, "a command is missing");
        }
    }
}
