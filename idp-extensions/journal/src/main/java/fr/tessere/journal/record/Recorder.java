package fr.tessere.journal.record;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.EntryId;
import fr.tessere.audit.receipt.Field;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.journal.keys.KeyedDigests.Kind;
import fr.tessere.journal.keys.Retention;
import fr.tessere.journal.table.OutsideTransaction;
import fr.tessere.journal.table.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** Puts one entry together and writes it with the act. If it cannot be written, the act does not take effect. */
final class Recorder {
    private final KeycloakSession session;
    private final JournalEquipment equipment;
    private final String log;
    private final Retention retention;
    private final Instant at;
    private final List<Field> fields = new ArrayList<>();

    Recorder(KeycloakSession session, String log, Retention retention, Instant at) {
        this.session = session;
        this.equipment = JournalEquipment.of(session);
        this.log = log;
        this.retention = retention;
        this.at = at;
    }

    /** A fact; none if there is no value. */
    Recorder fact(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            fields.add(Field.ofForeign(name, value));
        }
        return this;
    }

    Recorder facts(List<Field> more) {
        fields.addAll(more);
        return this;
    }

    /** Somebody or something that is named by a digest. */
    Recorder keyed(Kind kind, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            fields.add(new Field(kind.word(), equipment.digests().digest(session, log, retention, kind, value, at)));
        }
        return this;
    }

    /** The account that staff did something to: by the digest of its own entries of that day, which leads back to it no longer than they do. */
    Recorder about(@Nullable String account) {
        if (account != null) {
            fields.add(new Field(
                    "subject",
                    Kind.PERSON.word() + " "
                            + equipment.digests().digest(session, log, Retention.CITIZEN, Kind.PERSON, account, at)));
        }
        return this;
    }

    EntryId write(String kind, String outcome) {
        return write(EntryId.random(equipment.random()), kind, outcome);
    }

    EntryId write(EntryId id, String kind, String outcome) {
        new Tables(session).append(entry(id, kind, outcome));
        return id;
    }

    /** The same for an act that writes nothing else into the database. */
    void writeAlone(String kind) {
        Entry entry = entry(EntryId.random(equipment.random()), kind, Entry.DONE);
        session.getTransactionManager()
                .enlistPrepare(new Alone(equipment.lone(), entry, new OutsideTransaction(session)));
    }

    private Entry entry(EntryId id, String kind, String outcome) {
        return new Entry(id, at, log, kind, Field.ofForeign("outcome", outcome).value(), fields);
    }

    /** The same id in several tokens of one answer, and in the entry of their issue. */
    static EntryId transaction(KeycloakSession session) {
        Optional<EntryId> begun = begunTransaction(session);
        if (begun.isPresent()) {
            return begun.get();
        }
        EntryId id = EntryId.random(JournalEquipment.of(session).random());
        session.setAttribute(TRANSACTION, id);
        return id;
    }

    static Optional<EntryId> begunTransaction(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(TRANSACTION, EntryId.class));
    }

    static void endTransaction(KeycloakSession session) {
        session.removeAttribute(TRANSACTION);
    }

    private static final String TRANSACTION = "tessere.txn";
}
