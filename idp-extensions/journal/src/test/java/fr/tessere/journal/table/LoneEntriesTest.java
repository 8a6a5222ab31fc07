package fr.tessere.journal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.EntryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
        "Entries of acts that write nothing else are stored when the act goes on, and together where many come at once")
class LoneEntriesTest {
    private static final int MANY = 200;

    private final LoneEntries lone = new LoneEntries();
    private final List<List<Entry>> stored = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService acts = Executors.newFixedThreadPool(MANY + 1);

    @AfterEach
    void end() {
        acts.shutdownNow();
    }

    @Test
    void oneThatComesAloneIsStoredAtOnce() {
        lone.write(entry(1), stored::add);

        assertThat(stored).containsExactly(List.of(entry(1)));
    }

    @Test
    void thoseThatComeWhileAnotherIsBeingStoredGoTogether() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        LoneEntries.Store slow = entries -> {
            busy.countDown();
            await(go);
            stored.add(entries);
        };
        List<Future<?>> all = new ArrayList<>(List.of(acts.submit(() -> lone.write(entry(0), slow))));
        await(busy);
        for (int i = 1; i <= MANY; i++) {
            Entry entry = entry(i);
            all.add(acts.submit(() -> lone.write(entry, slow)));
        }
        await(() -> lone.comingNow() == MANY);
        go.countDown();
        for (Future<?> one : all) {
            one.get(1, TimeUnit.MINUTES);
        }

        assertThat(stored.stream().map(List::size)).containsExactly(1, 64, 64, 64, 8);
        assertThat(stored.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(0, MANY)
                        .mapToObj(LoneEntriesTest::entry)
                        .toList());
    }

    @Test
    void whatIsNotStoredFailsForEachOfThoseThatWentTogetherAndForNobodyLater() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        LoneEntries.Store slow = entries -> {
            busy.countDown();
            await(go);
        };
        LoneEntries.Store broken = entries -> {
            throw new IllegalStateException("no table");
        };
        Future<?> first = acts.submit(() -> lone.write(entry(0), slow));
        await(busy);
        List<Future<?>> together = IntStream.of(1, 2)
                .<Future<?>>mapToObj(i -> acts.submit(() -> lone.write(entry(i), broken)))
                .toList();
        await(() -> lone.comingNow() == together.size());
        go.countDown();

        first.get(1, TimeUnit.MINUTES);
        for (Future<?> one : together) {
            assertThatThrownBy(() -> one.get(1, TimeUnit.MINUTES)).hasRootCauseMessage("no table");
        }
        lone.write(entry(3), stored::add);
        assertThat(stored).containsExactly(List.of(entry(3)));
    }

    private static Entry entry(int number) {
        return new Entry(
                new EntryId("%022d".formatted(number)),
                Instant.ofEpochMilli(number),
                "a-log",
                "reading-opened",
                Entry.DONE,
                List.of());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException ended) {
            throw new AssertionError(ended);
        }
    }

    private static void await(java.util.function.BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            Thread.sleep(1);
        }
    }
}
