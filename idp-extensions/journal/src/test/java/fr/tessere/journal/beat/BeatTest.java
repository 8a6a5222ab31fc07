package fr.tessere.journal.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A beat says how late it is")
class BeatTest {
    private static final Logger LOG = Logger.getLogger("fr.tessere.journal");
    private static final Duration SOON = Duration.ofMillis(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void nobodyIsAwaitedBeforeItsTurn() {
        AtomicLong nanos = new AtomicLong(-5);
        Turns turns = new Turns(nanos::get);
        turns.expectIn(Duration.ofSeconds(10));

        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(turns.late()).isZero();
        nanos.addAndGet(Duration.ofSeconds(7).toNanos());
        assertThat(turns.late()).isEqualTo(Duration.ofSeconds(7));
        turns.expectIn(Duration.ofSeconds(10));
        assertThat(turns.late()).as("a turn is over, the next is not due").isZero();
    }

    @Test
    void workThatIsDoneIsInTime() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        try (Beat beat = new Beat(LOG, "good", "nothing is done")) {
            beat.every(SOON, Duration.ofHours(1), () -> {
                done.countDown();
                return true;
            });
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            TimeUnit.MILLISECONDS.sleep(SHORT.toMillis());
            assertThat(Beat.late()).containsEntry("good", Duration.ZERO);
        }
        assertThat(Beat.late()).as("one that was closed is not awaited").doesNotContainKey("good");
    }

    @Test
    void whatIsDoneInBetweenHidesNothing() throws InterruptedException {
        CountDownLatch tried = new CountDownLatch(1);
        CountDownLatch between = new CountDownLatch(1);
        try (Beat beat = new Beat(LOG, "hiding", "nothing is done")) {
            beat.every(SOON, Duration.ofHours(1), () -> {
                tried.countDown();
                return false;
            });
            assertThat(tried.await(10, TimeUnit.SECONDS)).isTrue();
            TimeUnit.MILLISECONDS.sleep(SHORT.toMillis());
            beat.soon(between::countDown);
            assertThat(between.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(Beat.late().get("hiding")).isGreaterThanOrEqualTo(SHORT);
        }
    }

    @Test
    void workThatCouldNotBeDoneIsAwaitedAndTriedAgain() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch tried = new CountDownLatch(2);
        try (Beat beat = new Beat(LOG, "failing", "nothing is done")) {
            beat.every(SOON, () -> {
                tried.countDown();
                return tries.incrementAndGet() < 0;
            });
            assertThat(tried.await(10, TimeUnit.SECONDS)).isTrue();
            TimeUnit.MILLISECONDS.sleep(SHORT.toMillis());
            assertThat(Beat.late().get("failing")).isGreaterThanOrEqualTo(SHORT);
        }
    }

    @Test
    void workThatThrowsIsTriedAgain() throws InterruptedException {
        CountDownLatch tried = new CountDownLatch(2);
        try (Beat beat = new Beat(LOG, "throwing", "nothing is done")) {
            beat.every(SOON, () -> {
                tried.countDown();
                throw new IllegalStateException("of this test");
            });
            assertThat(tried.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aPartThatThrowsIsNotDoneAndHidesNoOther() {
        try (Beat beat = new Beat(LOG, "parts", "nothing is done")) {
            assertThat(beat.tried("the first part is not done", () -> {
                        throw new IllegalStateException("of this test");
                    }))
                    .isFalse();
            assertThat(beat.tried("the second part is not done", () -> true)).isTrue();
        }
    }

    @Test
    void workThatThrowsOrNeverEndsIsAwaited() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        try (Beat thrown = new Beat(LOG, "thrown", "nothing is done");
                Beat stuck = new Beat(LOG, "stuck", "nothing is done")) {
            thrown.every(SOON, Duration.ofHours(1), () -> {
                throw new IllegalStateException("of this test");
            });
            stuck.every(SOON, () -> {
                try {
                    return never.await(1, TimeUnit.HOURS);
                } catch (InterruptedException closed) {
                    return true;
                }
            });
            TimeUnit.MILLISECONDS.sleep(2 * SHORT.toMillis());
            assertThat(Beat.late().get("thrown")).isGreaterThanOrEqualTo(SHORT);
            assertThat(Beat.late().get("stuck")).isGreaterThanOrEqualTo(SHORT);
        }
    }
}
