package fr.tessere.keycloak.reading;

import java.time.Instant;
import java.util.Arrays;

/**
 * How many wrong short codes may be typed in a minute: 10 from one network address, 60 in one realm. Counted in the
 * cluster's store, so that asking another node gives no more tries.
 */
public final class Guesses {
    private static final int FROM_ONE_ADDRESS = 10;
    private static final int IN_ALL = 60;
    private static final long WINDOW = 60;

    private final ReadingStore store;
    private final String here;
    private final String everywhere;

    /**
     * The tries of one caller.
     *
     * @param address where it comes from; only a digest of it is kept, for two minutes
     */
    public Guesses(ReadingStore store, String realm, String address, Instant at) {
        this.store = store;
        long minute = at.getEpochSecond() / WINDOW;
        here = "guess." + HandleDigest.of(realm + " " + network(address)) + "." + minute + ".";
        everywhere = "guess." + HandleDigest.of(realm) + "." + minute + ".";
    }

    /** True if one more code may be typed. */
    public boolean allowed() {
        return !store.passed(here + FROM_ONE_ADDRESS) && !store.passed(everywhere + IN_ALL);
    }

    /** A code was wrong. */
    public void wrong() {
        count(here, FROM_ONE_ADDRESS);
        count(everywhere, IN_ALL);
    }

    private void count(String bucket, int most) {
        for (int i = 1; i <= most; i++) {
            if (store.first(bucket + i, 2 * WINDOW)) {
                return;
            }
        }
    }

    /** Who has an IPv6 address has a network of them: its first four groups count. */
    private static String network(String address) {
        String[] groups = address.split(":");
        return groups.length < 4 ? address : String.join(":", Arrays.copyOf(groups, 4));
    }
}
