package fr.tessere.server;

import java.time.Duration;
import java.util.function.Supplier;

/** What a person reads as a refusal stands in an event too, with the same code. */
public final class Told {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KeycloakServer server;

    public Told(KeycloakServer server) {
        this.server = server;
    }

    /** Does this: the page that comes says this code, or the address of the service does, and so does an event that came with it. */
    public Page by(String code, Supplier<Page> act) {
        int before = server.log().length();
        Page page = act.get();
        String told = page.redirectParameters().getOrDefault("error_description", page.body());
        if (!told.contains(code)) {
            throw new AssertionError("not told: " + code + ", status " + page.status() + ": " + told);
        }
        event(code, before);
        return page;
    }

    /** Behind this place in the server's log an event has this code. */
    public void since(String code, int place) {
        event(code, place);
    }

    /** Somewhere in the server's log an event has this code. */
    public void ever(String code) {
        event(code, 0);
    }

    private void event(String code, int from) {
        Waiting.until("an event says " + code, PATIENCE, () -> {
            String since = server.log().substring(from);
            return since.contains("\"error\":\"" + code + "\"") || since.contains("\"refusal\":\"" + code + "\"");
        });
    }
}
