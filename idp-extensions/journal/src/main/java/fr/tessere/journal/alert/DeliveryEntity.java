package fr.tessere.journal.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One alert on its way to one receiver. */
@Entity
@Table(name = "TESSERE_ALERT_DELIVERY")
public class DeliveryEntity {
    static final String WAITING = "waiting";
    static final String DELIVERED = "delivered";
    static final String GIVEN_UP = "given-up";

    @Id
    @Column(name = "ID", length = 60)
    private String id = "";

    @Column(name = "LOG", length = 36, nullable = false)
    private String log = "";

    @Column(name = "ALERT", length = 36, nullable = false)
    private String alert = "";

    @Column(name = "CHANNEL", length = 16, nullable = false)
    private String channel = "";

    @Column(name = "TRIES", nullable = false)
    private int tries;

    @Column(name = "NEXT_AT", nullable = false)
    private long next;

    @Column(name = "STANDING", length = 12, nullable = false)
    private String standing = WAITING;

    /** For JPA. */
    protected DeliveryEntity() {}

    DeliveryEntity(String log, String alert, Channel channel, Instant at) {
        this.id = alert + " " + channel.word();
        this.log = log;
        this.alert = alert;
        this.channel = channel.word();
        next = at.toEpochMilli();
    }

    /** One try more; the next comes later and later, and the last is the last. */
    void tried(boolean delivered, Backoff backoff, Instant at) {
        tries++;
        standing = delivered ? DELIVERED : backoff.isLast(tries) ? GIVEN_UP : WAITING;
        next = at.plus(backoff.pause(tries)).toEpochMilli();
    }

    String id() {
        return id;
    }

    String alert() {
        return alert;
    }

    String channel() {
        return channel;
    }

    String standing() {
        return standing;
    }

    int tries() {
        return tries;
    }
}
