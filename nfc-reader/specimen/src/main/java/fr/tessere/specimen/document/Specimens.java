package fr.tessere.specimen.document;

import fr.tessere.specimen.authority.SpecimenAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The documents that can be had by name, good and bad. The same name gives the same document every time. */
public final class Specimens {
    private Specimens() {}

    /** The authority that signs them. */
    public static SpecimenAuthority authority() {
        return Founded.AUTHORITY;
    }

    /** Names of the honest documents. */
    public static List<String> profiles() {
        return List.copyOf(Catalogue.read().good().keySet());
    }

    /** Names of the documents with a fault, each of which must be refused. */
    public static List<String> badChips() {
        return List.copyOf(Catalogue.read().bad().keySet());
    }

    /** What there is to choose from, good documents first. */
    public static List<Offer> offers() {
        return Stream.concat(profiles().stream(), badChips().stream())
                .map(name -> Catalogue.read().offer(name))
                .toList();
    }

    /** The document with this name. */
    public static SpecimenDocument load(String name) {
        return prepare(name).make();
    }

    /** The document with this name before it is made: its holder, number or dates can still be changed. */
    public static Personalisation prepare(String name) {
        return Catalogue.read().personalisation(name);
    }

    /** The document in a file written by {@link DocumentFile}, or in a folder as {@link DocumentFolder} reads it. */
    public static SpecimenDocument open(Path fileOrFolder) throws IOException {
        return Files.isDirectory(fileOrFolder)
                ? DocumentFolder.of(fileOrFolder).load()
                : DocumentFile.load(fileOrFolder);
    }

    /** Read on first use: six certificates are signed. */
    private static final class Founded {
        private static final SpecimenAuthority AUTHORITY = new SpecimenAuthority();
    }
}
