package fr.tessere.keycloak.officer;

import fr.tessere.audit.sql.SqlLog;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.journal.publish.Integrity;
import fr.tessere.journal.record.OfficerJournal;
import fr.tessere.journal.table.Tables;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The log in front of an officer: the proofs are run, and all of it can be taken away and checked elsewhere. */
final class LogPages {
    private final KeycloakSession session;
    private final OfficerFrame frame;
    private final Officer officer;
    private final String log;

    LogPages(KeycloakSession session, OfficerFrame frame, Officer officer) {
        this.session = session;
        this.frame = frame;
        this.officer = officer;
        this.log = session.getContext().getRealm().getId();
    }

    Response integrity() {
        JournalEquipment equipment = JournalEquipment.of(session);
        return new Tables(session).with(connection -> {
            SqlLog tables = new SqlLog(connection, log);
            List<Integrity.Step> steps =
                    Integrity.of(connection, equipment, log).run();
            Map<String, Object> contents = Map.of(
                    "steps",
                    steps,
                    "holds",
                    steps.stream().allMatch(Integrity.Step::holds),
                    "entries",
                    Long.toString(
                            tables.newestHead().map(SqlLog.StoredHead::size).orElse(0L)),
                    "waiting",
                    Long.toString(tables.waiting()),
                    "head",
                    tables.newestHead().map(SqlLog.StoredHead::jws).orElse(""),
                    "key",
                    equipment.signer().key().id());
            return frame.page("log", 200, "", "", contents);
        });
    }

    /** All of it, in the form of audit.md; that it was taken is an entry too. */
    Response export() {
        new OfficerJournal(session).acted("export", log, "-", "-", officer.id(), "export of the whole log");
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        StreamingOutput body = to -> {
            Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
            KeycloakModelUtils.runJobInTransaction(
                    factory,
                    own -> new Tables(own).with(connection -> {
                        try {
                            new SqlLog(connection, log).export(writer);
                            return writer;
                        } catch (IOException gone) {
                            throw new UncheckedIOException(gone);
                        }
                    }));
            writer.flush();
        };
        return Response.ok(body, MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tessere-log.txt\"")
                .build();
    }
}
