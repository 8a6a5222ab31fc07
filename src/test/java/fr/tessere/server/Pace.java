package fr.tessere.server;

import java.util.List;
import java.util.Map;

/** How a server of this run keeps time: as it is delivered, or so that no test waits for minutes. */
public enum Pace {
    /** The intervals of {@code keycloak.conf} and the collector of {@code src/main/bin/lib/server.sh}: for measurements. */
    DELIVERED(Map.of("JAVA_OPTS_APPEND", "-XX:-UseG1GC -XX:+UseParallelGC"), List.of()),
    /** Everything soon. */
    OF_TESTS(
            ChildProcess.SHORT_LIFE,
            List.of(
                    "--spi-realm-restapi-extension--tessere--status-milliseconds=5000",
                    "--spi-public-key-storage--infinispan--max-cache-time=1",
                    "--spi-public-key-storage--infinispan--min-time-between-requests=0",
                    "--spi-realm-restapi-extension--tessere--status-cache-seconds=0",
                    // the lists of specimens are of one day
                    "--spi-realm-restapi-extension--tessere--trust-days=3650",
                    "--spi-realm-restapi-extension--tessere--urgent-seconds=" + KeycloakServer.URGENT_SECONDS,
                    "--spi-realm-restapi-extension--tessere--alert-milliseconds=500",
                    "--spi-realm-restapi-extension--tessere--reading-seconds=" + KeycloakServer.READING_SECONDS));

    private final Map<String, String> machine;
    private final List<String> options;

    Pace(Map<String, String> machine, List<String> options) {
        this.machine = machine;
        this.options = options;
    }

    /** The environment of its Java. */
    Map<String, String> machine() {
        return machine;
    }

    /** What is added to its command. */
    List<String> options() {
        return options;
    }
}
