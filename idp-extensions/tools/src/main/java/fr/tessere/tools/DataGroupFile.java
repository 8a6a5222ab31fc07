package fr.tessere.tools;

import fr.tessere.protocol.card.FileId;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One {@code --dg N=FILE}.
 *
 * @param id which data group
 * @param path where its bytes lie
 */
record DataGroupFile(FileId id, Path path) {

    /** Reads {@code N=FILE}, N from 1 to 16. */
    static final class Converter implements ITypeConverter<DataGroupFile> {
        private static final Pattern FORM = Pattern.compile("([1-9][0-9]?)=(.+)");

        @Override
        public DataGroupFile convert(String value) {
            Matcher form = FORM.matcher(value);
            if (!form.matches()) {
                throw new TypeConversionException("N=FILE is expected");
            }
            FileId id = FileId.ofDataGroup(Integer.parseInt(form.group(1)))
                    .orElseThrow(() -> new TypeConversionException("a data group is 1 to 16"));
            return new DataGroupFile(id, Path.of(form.group(2)));
        }
    }
}
