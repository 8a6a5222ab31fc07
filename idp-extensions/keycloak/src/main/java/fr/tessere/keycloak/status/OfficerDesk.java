package fr.tessere.keycloak.status;

import fr.tessere.keycloak.status.OfficerAct.Area;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.assurance.KillSwitch;
import fr.tessere.verification.evidence.DocumentStatus;
import fr.tessere.verification.evidence.StatusReport;
import fr.tessere.verification.identity.DocumentKey;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What officers do, each act with its trace in the same transaction: no act without its trace, no trace without its act. */
public final class OfficerDesk {
    /** Word of what a switch refuses. */
    public static final String OFF = "switched-off";
    /** Word of what no switch refuses. */
    public static final String ON = "accepted";

    private static final int ACTS = 200;

    private final RealmStanding standing;
    private final DocumentDigest digest;
    private final String officer;
    private final Instant at;

    /** The desk of this officer, by the id of the account, at this time. */
    public OfficerDesk(RealmStanding standing, StatusEquipment equipment, String officer, Instant at) {
        this.standing = standing;
        this.digest = equipment.digest();
        this.officer = officer;
        this.at = at;
    }

    /** The word of a switch now. */
    public String stateOf(KillSwitch wanted) {
        return standing.switchTable().isSet(wanted) ? OFF : ON;
    }

    /** Sets a switch; empty if it is set already. */
    public Optional<OfficerAct> set(KillSwitch wanted, String reason) {
        return standing.switchTable().set(wanted, reason, at)
                ? Optional.of(record(Area.SWITCH, subject(wanted), ON, OFF, reason))
                : Optional.empty();
    }

    /** Lifts a switch; empty if it is not set. */
    public Optional<OfficerAct> lift(KillSwitch wanted, String reason) {
        return standing.switchTable().lift(wanted)
                ? Optional.of(record(Area.SWITCH, subject(wanted), OFF, ON, reason))
                : Optional.empty();
    }

    /** Reports or blocks a document. */
    public OfficerAct report(String document, DocumentStatus status, String reason) {
        String before = statusOf(document);
        standing.documents().put(document, status, new DocumentTable.Act(officer, reason, at));
        return record(Area.DOCUMENT, document, before, status.word(), reason);
    }

    /** Lifts what was reported of a document; empty if nothing was. */
    public Optional<OfficerAct> lift(String document, String reason) {
        String before = statusOf(document);
        return standing.documents().remove(document)
                ? Optional.of(record(Area.DOCUMENT, document, before, DocumentTable.NONE, reason))
                : Optional.empty();
    }

    /** What an import would do. */
    public ImportCount rehearse(ReportFile file) {
        return standing.documents().count(file.documents(), Optional.empty());
    }

    /** Imports a faultless file, all of it; its SHA-256 stays as trace of it. */
    public OfficerAct take(ReportFile file, Bytes sha256, String reason) {
        ImportCount count =
                standing.documents().count(file.documents(), Optional.of(new DocumentTable.Act(officer, reason, at)));
        return record(Area.IMPORT, sha256.toHex().toLowerCase(Locale.ROOT), DocumentTable.NONE, effect(count), reason);
    }

    /** What an import does, as the value of an act. */
    public static String effect(ImportCount count) {
        return "%d new %d other %d lifted".formatted(count.entered(), count.changed(), count.lifted());
    }

    /** The digest under which a document stands in the table. */
    public String digest(DocumentKey document) {
        return digest.text(document);
    }

    /** The last acts of one area, newest first. */
    public List<OfficerAct> acts(Area area) {
        return database()
                .createQuery(
                        "from ActEntity a where a.realm = :realm and a.area = :area order by a.time desc",
                        ActEntity.class)
                .setParameter("realm", standing.realm())
                .setParameter("area", area.word())
                .setMaxResults(ACTS)
                .getResultList()
                .stream()
                .map(ActEntity::act)
                .toList();
    }

    /** Writes down what was done in this transaction. */
    public OfficerAct record(Area area, String subject, String before, String after, String reason) {
        OfficerAct act = new OfficerAct(area, subject, before, after, officer, reason, at);
        database().persist(new ActEntity(UUID.randomUUID().toString(), standing.realm(), act));
        return act;
    }

    /** The word of what is reported of a document now. */
    public String statusOf(String document) {
        return standing.documents()
                .find(document)
                .map(StatusReport::status)
                .map(DocumentStatus::word)
                .orElse(DocumentTable.NONE);
    }

    /** How a switch is named in acts: the word of its kind, a space, which one. */
    public static String subject(KillSwitch one) {
        return one.kind().word() + " " + one.value();
    }

    private EntityManager database() {
        return standing.database();
    }
}
