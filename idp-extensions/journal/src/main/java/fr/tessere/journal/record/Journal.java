package fr.tessere.journal.record;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.EntryId;
import fr.tessere.audit.receipt.Receipt;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.journal.keys.KeyedDigests.Kind;
import fr.tessere.journal.keys.Retention;
import fr.tessere.protocol.reading.RefusalCode;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Writes what became of readings: refusals as events of Keycloak, all of it as entries of the log. */
public final class Journal {
    private static final Logger LOG = Logger.getLogger("fr.tessere.reading");

    private final KeycloakSession session;

    public Journal(KeycloakSession session) {
        this.session = session;
    }

    /** A step of a reading was refused. */
    public void refused(String step, RefusalCode code, String handle, Duration took, Optional<String> clientId) {
        refused(step, code, handle, took, clientId, Optional.empty());
    }

    /** The same where a document was looked at, whose signer is known: SHA-256 of its certificate, hexadecimal. */
    public void refused(
            String step,
            RefusalCode code,
            String handle,
            Duration took,
            Optional<String> clientId,
            Optional<String> signer) {
        RealmModel realm = session.getContext().getRealm();
        EventBuilder event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .event(EventType.LOGIN_ERROR)
                .detail(Details.STEP, step)
                .detail(Details.HANDLE, handle)
                .detail(Details.MILLISECONDS, Long.toString(took.toMillis()));
        clientId.ifPresent(event::client);
        signer.ifPresent(digest -> event.detail(Details.SIGNER, digest));
        event.error(code.word());
    }

    /** A reader was told who asks for what. */
    public void opened(String handle, Duration took, Optional<String> clientId) {
        reading("reading-opened", handle, took, clientId);
    }

    /** A document was verified, and its chip as far as it can be. */
    public void verified(String handle, Duration took, Optional<String> clientId) {
        reading("reading-verified", handle, took, clientId);
    }

    private void reading(String kind, String handle, Duration took, Optional<String> clientId) {
        recorder()
                .fact("client", clientId.orElse(null))
                .fact("handle", handle)
                .fact("milliseconds", Long.toString(took.toMillis()))
                .writeAlone(kind);
    }

    /** A document counts in a sign-in: the receipt, in the log; its name, for the session that will rest on it. */
    public EntryId evidence(Receipt receipt, String handle, String clientId, String document) {
        return recorder()
                .facts(receipt.fields())
                .fact("client", clientId)
                .fact("handle", handle)
                .keyed(Kind.DOCUMENT, document)
                .write("evidence", Entry.DONE);
    }

    /** A holder did something with a document of the account: it signs in no more, or again. */
    public void holder(String act, String account, String document) {
        recorder().keyed(Kind.PERSON, account).keyed(Kind.DOCUMENT, document).write(act, Entry.DONE);
    }

    /**
     * An agent decided at a counter about the holder of a document, or typed a code that is none.
     *
     * @param outcome {@link Entry#DONE}, or why it was refused
     * @param agent account of the agent
     * @param account of the person who was compared; empty if the code is none
     * @param document keyed digest of the document; empty if the code is none
     */
    public void compared(String outcome, String agent, String account, String document) {
        recorder()
                .keyed(Kind.AGENT, agent)
                .keyed(Kind.PERSON, account)
                .keyed(Kind.DOCUMENT, document)
                .write("comparison", outcome);
    }

    /** An agent opened or decided a case that is over, or another's: no guess, so an act of its own. */
    public void caseOver(RefusalCode code, String agent) {
        recorder().keyed(Kind.AGENT, agent).write("comparison-case", code.word());
    }

    /** The key of a month was deleted: digests of this class and month can be traced back to nobody any more. */
    public static void erased(KeycloakSession session, String log, String retention, String month) {
        new Recorder(
                        session,
                        log,
                        Retention.STAFF,
                        JournalEquipment.of(session).clock().instant())
                .fact("class", retention)
                .fact("month", month)
                .write("retention-erased", Entry.DONE);
    }

    /** A rule was met: somebody has to look. */
    public static void raised(
            KeycloakSession session, String log, String alert, String rule, String subject, int count) {
        new Recorder(
                        session,
                        log,
                        Retention.STAFF,
                        JournalEquipment.of(session).clock().instant())
                .fact("alert", alert)
                .fact("rule", rule)
                .fact("subject", subject)
                .fact("count", Integer.toString(count))
                .write("alert", Entry.DONE);
    }

    /**
     * Something holds that did not hold before, and no event told of it. Either side is named by its version if it has one, and by its
     * SHA-256 otherwise.
     *
     * @param kind of the entry
     * @param subject what it is about, a word
     * @param before facts by their names; none if nobody knew any
     * @param after facts by their names
     * @param account of whoever did it, where that is known
     */
    public static void changed(
            KeycloakSession session,
            String log,
            String kind,
            String subject,
            Map<String, String> before,
            Map<String, String> after,
            Optional<String> account) {
        ChangeLines lines = new ChangeLines();
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .forEach(name -> lines.add(
                        name,
                        before.getOrDefault(name, ChangeLines.NOTHING),
                        after.getOrDefault(name, ChangeLines.NOTHING)));
        Recorder entry = new Recorder(
                session,
                log,
                Retention.STAFF,
                JournalEquipment.of(session).clock().instant());
        entry.keyed(Kind.PERSON, account.orElse(null));
        entry.fact("subject", subject).fact("before", version(before)).fact("after", version(after));
        lines.all().forEach(line -> entry.fact("change", line));
        entry.write(kind, Entry.DONE);
    }

    private static String version(Map<String, String> facts) {
        String version = facts.get("version");
        if (version != null) {
            return version;
        }
        return facts.isEmpty() ? ChangeLines.NOTHING : digest(new TreeMap<>(facts).toString());
    }

    /** Names what is too long to be told: SHA-256, the first 16 bytes. */
    public static String digest(String text) {
        return EventEntry.digest(text);
    }

    private Recorder recorder() {
        return new Recorder(
                session,
                session.getContext().getRealm().getId(),
                Retention.CITIZEN,
                JournalEquipment.of(session).clock().instant());
    }

    /** Something broke: its type only, since its message may quote what was read. */
    public void accident(String step, Exception accident) {
        LOG.errorf("accident at %s: %s", step, accident.getClass().getName());
    }
}
