package fr.tessere.keycloak.officer;

import fr.tessere.audit.sql.SqlSearch;
import fr.tessere.journal.record.OfficerJournal;
import fr.tessere.journal.table.Tables;
import fr.tessere.operations.export.SearchFormat;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Entries that a search finds, written while they are read: no more of them is in memory than one portion. */
final class SearchExport {
    /** Entries of one export. */
    static final int MOST = 100_000;

    private final KeycloakSession session;
    private final SqlSearch.Query query;
    private final SearchFormat format;
    private final String log;

    SearchExport(KeycloakSession session, SqlSearch.Query query, SearchFormat format) {
        this.session = session;
        this.query = query;
        this.format = format;
        this.log = session.getContext().getRealm().getId();
    }

    boolean isSmallEnough() {
        return new Tables(session).with(on -> new SqlSearch(on, log).hasAtMost(MOST, query));
    }

    /** The file; that it was taken, by whom and why, is an entry. */
    Response taken(Officer officer, String reason) {
        new OfficerJournal(session)
                .acted("export", "search " + format.word() + " " + question(), "-", "-", officer.id(), reason);
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        StreamingOutput body = to -> {
            Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
            writer.write(format.head());
            KeycloakModelUtils.runJobInTransaction(
                    factory,
                    own -> new Tables(own).with(connection -> {
                        new SqlSearch(connection, log).each(query, MOST, entry -> write(writer, format.line(entry)));
                        return writer;
                    }));
            writer.flush();
        };
        MediaType type = MediaType.valueOf(format.mediaType()).withCharset("utf-8");
        return Response.ok(body, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"tessere-entries." + format.word() + "\"")
                .build();
    }

    /** Which columns were asked for; their values may lead to somebody. */
    private String question() {
        return query.columns().isEmpty()
                ? "all"
                : String.join("+", query.columns().keySet()).toLowerCase(java.util.Locale.ROOT);
    }

    private static void write(Writer writer, String line) {
        try {
            writer.write(line);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
