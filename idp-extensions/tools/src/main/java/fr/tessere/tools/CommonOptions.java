package fr.tessere.tools;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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

    /** A use that the options alone could not refuse, with its sentence. */
    SentenceException wrongUse(String sentence) {
        if (spec == null) {
            throw new IllegalStateException("a mixin stands in a command");
        }
        return new SentenceException(spec.commandLine(), sentence);
    }

    /** A wrong use with its own sentence for the person. */
    static final class SentenceException extends ParameterException {
        private static final long serialVersionUID = 1L;

        SentenceException(CommandLine command, String sentence) {
            super(command, sentence);
        }
    }

    /** Reads {@code fr} or {@code en}; {@link Language} has looked at it before the commands were built. */
    static final class LanguageConverter implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            if (value.equals("fr") || value.equals("en")) {
                return value;
            }
            throw new TypeConversionException("fr or en is expected");
        }
    }
}
