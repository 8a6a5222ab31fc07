package fr.tessere.reader.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The readings of this page, the newest few: each is found by its place and its secret together. */
final class PageReadings {
    /** A person has one or two; older ones are over. */
    private static final int MOST = 16;

    private final Map<String, PageReading> byPath = new LinkedHashMap<>();

    synchronized void add(PageReading reading) {
        byPath.put(reading.path(), reading);
        if (byPath.size() > MOST) {
            byPath.remove(byPath.keySet().iterator().next());
        }
    }

    synchronized Optional<PageReading> find(String path, String secret) {
        return Optional.ofNullable(byPath.get(path)).filter(found -> FormTokens.same(secret, found.secret()));
    }
}
