package fr.tessere.operations.stream;

import static fr.tessere.operations.stream.StreamTables.AT;
import static fr.tessere.operations.stream.StreamTables.LOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.audit.sql.SqlCursor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Every entry reaches the collector, in its order, whatever dies in between")
class LogStreamTest {
    private StreamTables tables;
    private ListeningCollector collector;

    LogStreamTest() throws Exception {
        tables = new StreamTables();
        collector = listen(0);
    }

    @BeforeEach
    void fill() throws Exception {
        tables.place(0, 20);
    }

    @AfterEach
    void close() throws Exception {
        tables.close();
        collector.close();
    }

    @Test
    void allOfThemOnce() throws Exception {
        LogStream stream = stream("first");
        assertThat(stream.batch(LOG, AT)).isEqualTo(20);
        assertThat(stream.batch(LOG, AT)).as("nothing new").isZero();
        tables.place(20, 25);
        assertThat(stream.batch(LOG, AT)).isEqualTo(5);
        assertThat(places()).isEqualTo(upTo(25));
        assertThat(collector.connections()).isEqualTo(2);
    }

    @Test
    void aNodeThatStartsAgainGoesOnWhereItEnded() throws Exception {
        stream("first").batch(LOG, AT);
        tables.place(20, 30);
        assertThat(stream("first, started again").batch(LOG, AT.plusSeconds(1)))
                .as("the lease of the one that died lives")
                .isZero();
        assertThat(stream("first, started again").batch(LOG, AT.plusSeconds(61)))
                .isEqualTo(10);
        assertThat(places()).isEqualTo(upTo(30));
    }

    @Test
    void oneNodeAtATime() throws Exception {
        stream("first").batch(LOG, AT);
        tables.place(20, 21);
        assertThat(stream("second").batch(LOG, AT.plusSeconds(2))).isZero();
        assertThat(stream("first").batch(LOG, AT.plusSeconds(2))).isEqualTo(1);
    }

    @Nested
    class NothingIsLost {
        @Test
        void whileNobodyListens() throws Exception {
            int port = collector.port();
            collector.close();
            LogStream stream = new LogStream(tables, receiver(port), "host", "first");
            assertThatThrownBy(() -> stream.batch(LOG, AT)).isInstanceOf(IOException.class);
            tables.place(20, 22);
            collector = listen(port);
            stream.batch(LOG, AT.plusSeconds(5));
            assertThat(places()).isEqualTo(upTo(22));
        }

        @Test
        void whenTheCollectorDiesWhileItReads() throws Exception {
            LogStream stream = stream("first");
            collector.breakNext(2);
            assertThatThrownBy(() -> stream.batch(LOG, AT)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> stream.batch(LOG, AT)).isInstanceOf(IOException.class);
            stream.batch(LOG, AT);
            assertThat(places()).isEqualTo(upTo(20));
        }

        @Test
        void whenTheNodeDiesBeforeItNotesWhatWasTaken() throws Exception {
            LogStream dying = new LogStream(
                    new LogStream.Tables() {
                        private int calls;

                        @Override
                        public <T> T in(java.util.function.Function<java.sql.Connection, T> work) {
                            if (++calls == 3) {
                                throw new IllegalStateException("killed");
                            }
                            return tables.in(work);
                        }
                    },
                    receiver(collector.port()),
                    "host",
                    "dying");
            assertThatThrownBy(() -> dying.batch(LOG, AT)).hasMessage("killed");
            stream("next").batch(LOG, AT.plusSeconds(61));
            List<Long> twice = new ArrayList<>(upTo(20));
            twice.addAll(upTo(20));
            assertThat(places()).as("twice, with the same numbers").isEqualTo(twice);
        }

        @Test
        void whenAnotherNodeTookOverMeanwhile() throws Exception {
            tables.in(on -> {
                new SqlCursor(on, LOG).create();
                return new SqlCursor(on, LOG).hold("slow", AT, java.time.Duration.ofSeconds(1));
            });
            stream("quick").batch(LOG, AT.plusSeconds(2));
            boolean moved = tables.in(on -> new SqlCursor(on, LOG).advance("slow", 3));
            assertThat(moved).as("the slow one moves nothing back").isFalse();
            tables.place(20, 21);
            assertThat(stream("quick").batch(LOG, AT.plusSeconds(3))).isEqualTo(1);
        }
    }

    @Test
    @DisplayName(
            "a node that died with a clock that was an hour ahead is not waited for, one that is a minute ahead is")
    void whoeverHeldItInAnotherTimeIsNotWaitedFor() throws Exception {
        for (int ahead : List.of(60, 3_600)) {
            tables.in(on -> {
                new SqlCursor(on, LOG).create();
                return new SqlCursor(on, LOG)
                        .hold("ahead-" + ahead, AT.plusSeconds(ahead), java.time.Duration.ofSeconds(60));
            });
            assertThat(stream("right").batch(LOG, AT)).as("%d seconds", ahead).isEqualTo(ahead == 60 ? 0 : 20);
        }
    }

    @Test
    void whatSomebodyTookOutOfTheTableIsAlarming() throws Exception {
        tables.sql(
                "DELETE FROM TESSERE_AUDIT_ENTRY WHERE ID = ?",
                StreamTables.entry(4).id().text());
        tables.sql(
                "UPDATE TESSERE_AUDIT_ENTRY SET ENTRY_TEXT = 'x' WHERE ID = ?",
                StreamTables.entry(5).id().text());
        stream("first").batch(LOG, AT);
        assertThat(places()).isEqualTo(upTo(20));
        assertThat(collector.messages().subList(4, 6))
                .allSatisfy(message -> assertThat(message)
                        .startsWith("<106>1 ")
                        .contains(" log-fault ", "\"status_code\":\"entry-missing\""));
    }

    private LogStream stream(String node) {
        return new LogStream(tables, receiver(collector.port()), "host", node);
    }

    private static Receiver receiver(int port) {
        return new Receiver("127.0.0.1", port, Optional.empty());
    }

    private static ListeningCollector listen(int port) throws IOException {
        return new ListeningCollector(new ServerSocket(port, 10, InetAddress.getLoopbackAddress()));
    }

    private List<Long> places() throws IOException {
        List<Long> places = new ArrayList<>();
        for (String message : collector.messages()) {
            JsonNode event = JsonMapper.builder().build().readTree(message.substring(message.indexOf('{')));
            places.add(event.path("metadata").path("sequence").asLong());
        }
        return places;
    }

    private static List<Long> upTo(int places) {
        return LongStream.range(0, places).boxed().toList();
    }
}
