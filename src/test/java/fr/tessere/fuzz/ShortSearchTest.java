package fr.tessere.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.server.Folders;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@DisplayName("A short search, new in every run")
class ShortSearchTest {

    @Test
    @EnabledIfSystemProperty(
            named = "tessere.search",
            matches = "true",
            disabledReason = "it takes minutes: tessere test does it")
    void findsNothing() throws IOException, InterruptedException {
        FuzzOrder order = new FuzzOrder(3, 0, "", Folders.target().resolve("fuzz"));

        assertThat(new FuzzRun(order).all()).as("targets with a finding").isZero();
    }
}
