package fr.tessere.verification.passive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What is kept between verifications is bounded in number and in time. */
class RememberedTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Remembered<Integer, String> three = new Remembered<>(3, Duration.ofMinutes(10));

    @Test
    void theOldestGoesFirst() {
        for (int i = 1; i <= 5; i++) {
            three.keep(i, "answer " + i, NOON);
        }
        assertThat(three.size()).isEqualTo(3);
        assertThat(three.find(2, NOON)).isEmpty();
        assertThat(three.find(3, NOON)).hasValue("answer 3");
    }

    @Test
    void whatIsKeptAgainIsYoungAgain() {
        three.keep(1, "one", NOON);
        three.keep(2, "two", NOON);
        three.keep(3, "three", NOON);
        three.keep(1, "one", NOON);
        three.keep(4, "four", NOON);
        assertThat(three.find(1, NOON)).hasValue("one");
        assertThat(three.find(2, NOON)).isEmpty();
    }

    @Test
    void whatIsTooOldIsNeitherFoundNorTaken() {
        three.keep(1, "one", NOON);
        Instant later = NOON.plus(Duration.ofMinutes(10)).plusMillis(1);
        assertThat(three.find(1, later.minusMillis(1))).hasValue("one");
        assertThat(three.find(1, later)).isEmpty();
        assertThat(three.take(1, later)).isEmpty();
    }

    @Test
    void whatIsTooOldMakesRoomAtTheNextAnswer() {
        three.keep(1, "one", NOON);
        three.keep(2, "two", NOON.plus(Duration.ofHours(1)));
        assertThat(three.size()).isEqualTo(1);
    }

    @Test
    void whatIsTakenIsForgotten() {
        three.keep(1, "one", NOON);
        assertThat(three.take(1, NOON)).hasValue("one");
        assertThat(three.take(1, NOON)).isEmpty();
        assertThat(three.size()).isZero();
    }

    @Test
    void manyThreadsSeeTheirOwnAnswersOnly() throws Exception {
        Remembered<Integer, String> shared = new Remembered<>(50, Duration.ofMinutes(10));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> right = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                right.add(threads.submit(() -> keepsAndFinds(shared)));
            }
            for (Future<Boolean> each : right) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(shared.size()).isEqualTo(50);
    }

    private static boolean keepsAndFinds(Remembered<Integer, String> shared) {
        boolean right = true;
        for (int i = 0; i < 2_000; i++) {
            int key = i % 100;
            shared.keep(key, "answer " + key, NOON);
            Optional<String> found = shared.find((key + 37) % 100, NOON);
            right &= found.isEmpty() || found.get().equals("answer " + (key + 37) % 100);
            right &= shared.size() <= 50;
        }
        return right;
    }
}
