package fr.tessere.operations.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.verification.trust.TrustFault;
import fr.tessere.verification.trust.TrustKeeper;
import fr.tessere.verification.trust.TrustState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Trust that is old, not looked at, or broken is told")
class TrustConditionTest {
    private static final Instant NOW = Instant.parse("2026-11-26T01:00:00Z");
    private static final Duration LIMIT = Duration.ofDays(90);

    @TempDir
    Path folder = Path.of(".");

    private final Map<String, Long> numbers = new HashMap<>();

    @BeforeEach
    void note() throws IOException {
        Files.writeString(folder.resolve("note.txt"), "no list and no certificate\n");
    }

    @ParameterizedTest(name = "in force for {0} s, looked at {1} s ago: [{2}]")
    @CsvSource({
        "0, 0, ''",
        "7776000, 60, ''",
        "7776001, 0, trust-old",
        "0, 61, trust-not-looked-at",
        "7776001, 61, trust-old trust-not-looked-at",
    })
    void agesWithoutAnyList(long old, long looked, String faults) throws IOException {
        TrustState state = state(NOW.minusSeconds(old), NOW.minusSeconds(looked), Optional.empty());

        assertThat(faults(state)).isEqualTo(faults);
        assertThat(numbers).containsEntry("trust-seconds", old).containsEntry("trust-looked-seconds", looked);
    }

    @Test
    void aFolderThatIsNotInForce() throws IOException {
        TrustState.Broken broken = new TrustState.Broken(NOW, "a.cer", TrustFault.MALFORMED);

        assertThat(faults(state(NOW, NOW, Optional.of(broken))))
                .isEqualTo("trust-broken." + TrustFault.MALFORMED.word());
    }

    private TrustState state(Instant since, Instant looked, Optional<TrustState.Broken> broken) throws IOException {
        TrustState first = TrustKeeper.open(folder, since).state();
        return new TrustState(first.current(), since, Optional.empty(), broken, looked);
    }

    private String faults(TrustState state) {
        List<String> faults = new ArrayList<>();
        new TrustCondition(state, LIMIT, NOW).tell(faults, numbers);
        return String.join(" ", faults);
    }
}
