package fr.tessere.reader.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of every command. */
final class CommonOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(names = "--language", paramLabel = "fr|en", converter = LanguageConverter.class)
    private @Nullable String language;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    private boolean help;

    /** Refuses a use that the options alone could not. */
    int wrongUse(String sentence) {
        if (spec == null) {
            throw new IllegalStateException("a mixin stands in a command");
        }
        throw new SentenceException(spec.commandLine(), sentence);
    }

    /** A wrong use with its own sentence for the person. */
    static final class SentenceException extends ParameterException {
        private static final long serialVersionUID = 1L;

        SentenceException(picocli.CommandLine command, String sentence) {
            super(command, sentence);
        }
    }

    /** Reads {@code fr} or {@code en}; {@link Language} has looked at it before the commands were built. */
    static final class LanguageConverter implements picocli.CommandLine.ITypeConverter<String> {
        @Override
        public String convert(String value) {
            if (value.equals("fr") || value.equals("en")) {
                return value;
            }
            throw new picocli.CommandLine.TypeConversionException("fr or en is expected");
        }
    }
}
