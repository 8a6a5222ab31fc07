package fr.tessere.sandbox.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All test people, in the order of the page. */
@Component
public final class TestPeople {
    private final List<TestPerson> all;

    /** Reads them. */
    public TestPeople() {
        try (InputStream file =
                Objects.requireNonNull(TestPeople.class.getResourceAsStream("/people/people.json"), "people.json")) {
            all = List.copyOf(
                    Arrays.asList(JsonMapper.builder().build().readValue(file.readAllBytes(), TestPerson[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everybody. */
    public List<TestPerson> all() {
        return all;
    }

    /** The person with this id. */
    public Optional<TestPerson> find(String id) {
        return all.stream().filter(person -> person.id().equals(id)).findFirst();
    }
}
