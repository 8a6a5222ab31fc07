package fr.tessere.specimen.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that say which specimens there are.
 *
 * @param good profiles of honest documents by name
 * @param bad documents with a fault by name
 * @param people by the name that profiles use
 */
record Catalogue(Map<String, Profile> good, Map<String, BadChip> bad, Map<String, Person> people) {

    /** An honest document, and what is wrong with it. */
    record BadChip(@JsonProperty("of") String profile, String fault, Map<String, String> summary) {}

    record BadChips(@JsonProperty("badChips") Map<String, BadChip> byName) {}

    record People(@JsonProperty("people") Map<String, Person> byName) {}

    record Profiles(@JsonProperty("profiles") List<String> names) {}

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

    /** All of it, from the resources beside this class. */
    static Catalogue read() {
        return Once.CATALOGUE;
    }

    private static final class Once {
        private static final Catalogue CATALOGUE = readResources();
    }

    private static Catalogue readResources() {
        Map<String, Profile> profiles = new LinkedHashMap<>();
        for (String name : resource("profiles.json", Profiles.class).names()) {
            profiles.put(name, resource("profiles/" + name + ".json", Profile.class));
        }
        return new Catalogue(
                profiles,
                resource("bad-chips.json", BadChips.class).byName(),
                resource("people.json", People.class).byName());
    }

    Personalisation personalisation(String name) {
        BadChip faulty = bad.get(name);
        Profile profile = good.get(faulty == null ? name : faulty.profile());
        if (profile == null) {
            throw new IllegalArgumentException("no specimen is called " + name);
        }
        Person person = people.get(profile.holder());
        if (person == null) {
            throw new IllegalArgumentException("nobody in people.json is called " + profile.holder());
        }
        Fault fault = faulty == null ? Fault.NONE : Fault.ofWord(faulty.fault());
        return new Personalisation(
                name,
                profile,
                fault,
                person.holder(),
                profile.document().paper(),
                profile.access().can());
    }

    Offer offer(String name) {
        BadChip faulty = bad.get(name);
        Profile profile = good.get(faulty == null ? name : faulty.profile());
        if (profile == null) {
            throw new IllegalArgumentException("no specimen is called " + name);
        }
        String access = profile.access().pace().isEmpty() ? "" : "PACE";
        if (profile.access().bac()) {
            access += access.isEmpty() ? "BAC" : ", BAC";
        }
        String protection = Stream.concat(
                        profile.chipAuthentication().stream().map(key -> "CA " + key.suite() + " " + key.curve()),
                        profile.activeAuthentication().stream().map(key -> "AA " + key.signature()))
                .collect(Collectors.joining(", "));
        return new Offer(
                name, faulty != null, access, protection, faulty == null ? profile.summary() : faulty.summary());
    }

    private static <T> T resource(String path, Class<T> type) {
        try (InputStream file = Catalogue.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no " + path);
            }
            return StrictJson.read(file.readAllBytes(), type, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
