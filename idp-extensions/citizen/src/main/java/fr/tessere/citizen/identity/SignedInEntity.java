package fr.tessere.citizen.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** One sign-in of an account. */
@Entity
@Table(name = "TESSERE_CITIZEN_HISTORY")
public class SignedInEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "ACCOUNT_ID", length = 36, nullable = false)
    private String account = "";

    @Column(name = "SIGNED_IN", nullable = false)
    private long at;

    @Column(name = "CLIENT_ID", length = 255, nullable = false)
    private String client = "";

    @Column(name = "ACR", length = 16)
    private String level = "";

    @Column(name = "DIGEST", length = 64)
    private String document = "";

    @Column(name = "CHANNEL", length = 16)
    private String channel = "";

    @Column(name = "SHARED", length = 400)
    private String shared = "";

    @Column(name = "RECEIPT", length = 22)
    private String receipt = "";

    /** For JPA. */
    protected SignedInEntity() {}

    SignedInEntity(String account, SignedInLine line) {
        id = line.id();
        this.account = account;
        at = line.at().toEpochMilli();
        client = line.client();
        level = line.level();
        document = line.document();
        channel = line.channel();
        shared = String.join(" ", line.shared());
        receipt = line.receipt();
    }

    SignedInLine line() {
        return new SignedInLine(
                id,
                Instant.ofEpochMilli(at),
                client,
                text(level),
                text(document),
                text(channel),
                text(shared).isEmpty() ? List.of() : List.of(shared.split(" ")),
                text(receipt));
    }

    /** Some databases keep an empty text as none. */
    private static String text(@org.jspecify.annotations.Nullable String kept) {
        return kept == null ? "" : kept;
    }
}
