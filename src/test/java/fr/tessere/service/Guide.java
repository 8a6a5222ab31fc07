package fr.tessere.service;

import fr.tessere.server.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The integrator's guide, as a stranger uses it: copies the files out of it, puts the own values in, starts them. */
final class Guide {
    private static final Pattern FILE =
            Pattern.compile("```[a-z]+\\n(?://|#) file: ([A-Za-z.]+)[^\\n]*\\n(.*?)```", Pattern.DOTALL);

    private Guide() {}

    /** Writes this file of the guide into the folder, with these values for its words in capitals. */
    static Path copy(String name, Path folder, Map<String, String> values) {
        try {
            String guide = Files.readString(Folders.root().resolve("src/main/docs/integrate.md"));
            Matcher file = FILE.matcher(guide);
            while (file.find()) {
                if (file.group(1).equals(name)) {
                    String text = file.group(2);
                    for (Map.Entry<String, String> value : values.entrySet()) {
                        text = text.replaceAll("\\b" + value.getKey() + "\\b", value.getValue());
                    }
                    Files.createDirectories(folder);
                    return Files.writeString(folder.resolve(name), text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("the guide has no file " + name);
    }
}
