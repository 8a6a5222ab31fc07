package fr.tessere.keycloak.reading;

import fr.tessere.protocol.reading.Channel;
import fr.tessere.protocol.reading.RefusalCode;
import java.util.Optional;

/** The cluster-wide memory of readings. What is put is seen from the next request on; {@link #first} is seen at once. */
public interface ReadingStore {
    /** True for the first caller of all nodes with this name, false ever after. */
    boolean first(String gate, long seconds);

    /** True if somebody was first with this name. */
    boolean passed(String gate);

    /** Keeps a reading under one of its handles. */
    void keep(String handle, Channel channel, Reading reading, long seconds);

    /** The reading that has this handle. */
    Optional<Kept> find(String handle);

    /** Keeps the handle that a short code stands for. */
    void keep(ShortCode code, String handle, long seconds);

    /** The handle that this short code stands for. */
    Optional<String> handle(ShortCode code);

    /** Keeps how far a reading has come. */
    void keep(String id, Progress progress, long seconds);

    /** How far a reading has come; empty before it is opened. */
    Optional<Progress> progress(String id);

    /** Keeps what the reader last said went wrong beside the card. */
    void keep(String id, RefusalCode trouble, long seconds);

    /** What the reader last said went wrong beside the card. */
    Optional<RefusalCode> trouble(String id);

    /** Keeps a one-time return code. */
    void keep(String code, ReturnTicket ticket, long seconds);

    /** Takes a return code, once. */
    Optional<ReturnTicket> take(String code);

    /**
     * A reading, seen from one handle.
     *
     * @param reading the reading
     * @param channel what this handle is for
     */
    record Kept(Reading reading, Channel channel) {}
}
