package fr.tessere.keycloak.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.RefusedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Work on hostile bytes, on threads of its own")
class BoundedWorkTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        never.countDown();
    }

    @Test
    void givesTheResult() throws RefusedException {
        try (BoundedWork work = new BoundedWork(1, PATIENCE)) {
            assertThat(work.result(() -> Thread.currentThread().getName())).isEqualTo("tessere-verification");
        }
    }

    @Test
    void aStuckParserHoldsNoCallAndNoOtherReading() throws RefusedException {
        try (BoundedWork work = new BoundedWork(2, Duration.ofMillis(50))) {
            assertThatThrownBy(() -> work.result(this::stuck)).satisfies(BoundedWorkTest::isBusy);
        }
        try (BoundedWork work = new BoundedWork(2, PATIENCE)) {
            Thread caller = new Thread(() -> assertThatThrownBy(() -> work.result(this::stuck)));
            caller.start();

            assertThat(work.result(() -> "another reading")).isEqualTo("another reading");

            caller.interrupt();
        }
    }

    @Test
    void whenAllThreadsAreTakenReadingsAreRefusedAndAfterwardsNot() throws RefusedException {
        try (BoundedWork work = new BoundedWork(1, Duration.ofSeconds(2))) {
            assertThatThrownBy(() -> work.result(this::stuck)).satisfies(BoundedWorkTest::isBusy);
            assertThatThrownBy(() -> work.result(() -> "in vain")).satisfies(BoundedWorkTest::isBusy);

            never.countDown();

            assertThat(work.result(() -> "again")).isEqualTo("again");
        }
    }

    @Test
    void anAccidentIsThrownToTheCaller() {
        try (BoundedWork work = new BoundedWork(1, PATIENCE)) {
            Supplier<String> deep = () -> {
                throw new StackOverflowError();
            };
            Supplier<String> wrong = () -> {
                throw new IllegalArgumentException("wrong");
            };

            assertThatThrownBy(() -> work.result(deep)).isInstanceOf(StackOverflowError.class);
            assertThatThrownBy(() -> work.result(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Nothing in a parser looks at interrupts. */
    private String stuck() {
        while (true) {
            try {
                never.await();
                return "";
            } catch (InterruptedException ignored) {
                continue;
            }
        }
    }

    private static void isBusy(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.SERVER_BUSY));
    }
}
