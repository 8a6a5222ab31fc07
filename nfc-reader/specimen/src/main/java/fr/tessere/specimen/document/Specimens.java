package fr.tessere.specimen.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.tessere.specimen.authority.SpecimenAuthority;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The documents that can be had by name, good and bad. The same name gives the same document every time. */
public final class Specimens {
    private static final String[] PROFILES = {
        "french-identity-card",
        "passport-active-authentication",
        "passport-pace-ecdsa-aa",
        "passport-without-clone-protection"
    };

    private Specimens() {}

    /** The authority that signs them. */
    public static SpecimenAuthority authority() {
        return Founded.AUTHORITY;
    }

    /** Names of all profiles of honest documents. */
    public static List<String> profiles() {
        return List.of(PROFILES);
    }

    /** The document with this name. */
    public static SpecimenDocument load(String name) {
        return prepare(name).make();
    }

    /** The document in a file written by {@link DocumentFile}, or in a folder as {@link DocumentFolder} reads it. */
    public static SpecimenDocument open(Path fileOrFolder) throws IOException {
        return Files.isDirectory(fileOrFolder)
                ? DocumentFolder.of(fileOrFolder).load()
                : DocumentFile.load(fileOrFolder);
    }

    static Personalisation prepare(String name) {
        Profile profile = profile(name);
        People people = read("people.json", People.class);
        Person person = people.people().get(profile.holder());
        if (person == null) {
            throw new IllegalArgumentException("nobody in people.json is called " + profile.holder());
        }
        return new Personalisation(
                name,
                profile,
                person.holder(),
                profile.document().paper(),
                profile.access().can());
    }

    static Profile profile(String name) {
        if (!profiles().contains(name)) {
            throw new IllegalArgumentException("no specimen is called " + name + "; see: specimen list");
        }
        return read("profiles/" + name + ".json", Profile.class);
    }

    private static <T> T read(String path, Class<T> type) {
        try (InputStream file = Specimens.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no " + path);
            }
            return StrictJson.read(file.readAllBytes(), type, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record People(@JsonProperty("people") Map<String, Person> people) {}

    record Person(
            String familyName,
            String givenNames,
            String birthDate,
            String sex,
            String nationality,
            String placeOfBirth,
            String address) {
        Holder holder() {
            return new Holder(
                    familyName, givenNames, new BirthDate(birthDate), sex, nationality, placeOfBirth, address);
        }
    }

    /** Read on first use: six certificates are signed. */
    private static final class Founded {
        private static final SpecimenAuthority AUTHORITY = new SpecimenAuthority();
    }
}
