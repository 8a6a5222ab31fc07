package fr.tessere.fuzz;

import fr.tessere.keycloak.reading.Progress;
import fr.tessere.keycloak.reading.Reading;
import fr.tessere.keycloak.reading.ReadingStore;
import fr.tessere.keycloak.reading.ReturnTicket;
import fr.tessere.keycloak.reading.ShortCode;
import fr.tessere.protocol.reading.Channel;
import fr.tessere.protocol.reading.RefusalCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The store's contract in one map: gates are seen at once, what is kept is seen from the next request on. */
final class MemoryStore implements ReadingStore {
    private final Set<String> gates = new HashSet<>();
    private final Map<String, Object> seen = new HashMap<>();
    private final Map<String, Object> toCome = new HashMap<>();

    /** Ends a request. */
    void commit() {
        seen.putAll(toCome);
        toCome.clear();
    }

    @Override
    public boolean first(String gate, long seconds) {
        return gates.add(gate);
    }

    @Override
    public boolean passed(String gate) {
        return gates.contains(gate);
    }

    @Override
    public void keep(ShortCode code, String handle, long seconds) {
        toCome.put("code " + code.letters(), handle);
    }

    @Override
    public Optional<String> handle(ShortCode code) {
        return Optional.ofNullable((String) seen.get("code " + code.letters()));
    }

    @Override
    public void keep(String handle, Channel channel, Reading reading, long seconds) {
        toCome.put("handle " + handle, new Kept(reading, channel));
    }

    @Override
    public Optional<Kept> find(String handle) {
        return Optional.ofNullable((Kept) seen.get("handle " + handle));
    }

    @Override
    public void keep(String id, Progress progress, long seconds) {
        toCome.put("progress " + id, progress);
    }

    @Override
    public Optional<Progress> progress(String id) {
        return Optional.ofNullable((Progress) seen.get("progress " + id));
    }

    @Override
    public void keep(String id, RefusalCode trouble, long seconds) {
        toCome.put("trouble " + id, trouble);
    }

    @Override
    public Optional<RefusalCode> trouble(String id) {
        return Optional.ofNullable((RefusalCode) seen.get("trouble " + id));
    }

    @Override
    public void keep(String code, ReturnTicket ticket, long seconds) {
        toCome.put("return " + code, ticket);
    }

    @Override
    public Optional<ReturnTicket> take(String code) {
        return Optional.ofNullable((ReturnTicket) seen.remove("return " + code));
    }
}
