package fr.tessere.journal.publish;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.audit.check.ExportWriter;
import fr.tessere.audit.sql.SqlLog;
import fr.tessere.audit.tree.Hash;
import fr.tessere.audit.tree.InclusionProof;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.journal.table.Tables;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** What lies below {@code /realms/{realm}/tessere/log}: public, no session, no cookie. */
public final class LogResource {
    private static final int HEADS = 1_000;
    private static final int LEAVES = 20_000;

    private final KeycloakSession session;
    private final JournalEquipment equipment;
    private final String log;

    public LogResource(KeycloakSession session) {
        this.session = session;
        this.equipment = JournalEquipment.of(session);
        this.log = session.getContext().getRealm().getId();
    }

    /** The key that heads are verified with, as PEM. */
    @GET
    @Path("key.pem")
    public Response pem() {
        return text(equipment.signer().key().toPem());
    }

    /** The same as a set of JWKs (RFC 7517 §5). */
    @GET
    @Path("keys")
    public Response keys() {
        return json("{\"keys\":[%s]}".formatted(equipment.signer().key().jwk()));
    }

    /** The newest head. */
    @GET
    @Path("head")
    public Response head() {
        return read(SqlLog::newestHead).map(head -> text(head.jws() + "\n")).orElseGet(LogResource::nothing);
    }

    /** Heads from a number on, and hashes of entries from a place on, as a file to keep. */
    @GET
    @Path("published")
    public Response published(@QueryParam("head") @Nullable String head, @QueryParam("place") @Nullable String place) {
        Optional<Long> from = number(head == null ? "1" : head);
        Optional<Long> leaf = number(place == null ? "0" : place);
        if (from.isEmpty() || leaf.isEmpty()) {
            return nothing();
        }
        return read(tables -> Optional.of(tables.heads(from.get(), HEADS)))
                .map(heads -> text(file(heads, leaf.get())))
                .orElseGet(LogResource::nothing);
    }

    private String file(List<SqlLog.StoredHead> heads, long place) {
        StringBuilder file = new StringBuilder();
        try {
            ExportWriter writer = ExportWriter.published(log, file);
            // no hash that no head signs
            long size = read(SqlLog::newestHead).map(SqlLog.StoredHead::size).orElse(0L);
            int most = (int) Math.max(0, Math.min(LEAVES, size - place));
            writer.leaves(
                    place,
                    read(tables -> Optional.of(tables.leaves(place, most))).orElseThrow());
            for (SqlLog.StoredHead head : heads) {
                writer.head(head.jws());
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("text in memory", impossible);
        }
        return file.toString();
    }

    /** That the log of one size continues that of another. */
    @GET
    @Path("consistency")
    public Response consistency(
            @QueryParam("first") @Nullable String first, @QueryParam("second") @Nullable String second) {
        Optional<Long> from = number(first);
        Optional<Long> to = number(second);
        if (from.isEmpty() || to.isEmpty() || from.get() < 1 || from.get() > to.get() || to.get() > size()) {
            return nothing();
        }
        ObjectNode proof = JsonNodeFactory.instance.objectNode();
        proof.put("first", from.get()).put("second", to.get());
        path(
                proof,
                read(tables -> Optional.of(tables.proofs()
                                .consistency(from.get(), to.get())
                                .path()))
                        .orElseThrow());
        return json(proof.toString());
    }

    /** That an entry is in the log. */
    @GET
    @Path("inclusion")
    public Response inclusion(@QueryParam("entry") @Nullable String entry, @QueryParam("size") @Nullable String size) {
        if (entry == null || !entry.matches("[A-Za-z0-9_-]{22}")) {
            return nothing();
        }
        long of = size == null ? size() : number(size).orElse(0L);
        Optional<SqlLog.Place> place = read(tables -> tables.place(entry));
        if (place.isEmpty() || place.get().index() >= of || of > size()) {
            return nothing();
        }
        InclusionProof found = read(tables ->
                        Optional.of(tables.proofs().inclusion(place.get().index(), of)))
                .orElseThrow();
        ObjectNode proof = JsonNodeFactory.instance.objectNode();
        proof.put("entry", entry).put("index", found.index()).put("size", of);
        proof.put("leaf", place.get().leaf().toBase64());
        path(proof, found.path());
        return json(proof.toString());
    }

    private static void path(ObjectNode proof, List<Hash> hashes) {
        ArrayNode path = proof.putArray("path");
        hashes.forEach(hash -> path.add(hash.toBase64()));
    }

    /** Entries under the newest head. */
    private long size() {
        return read(SqlLog::newestHead).map(SqlLog.StoredHead::size).orElse(0L);
    }

    private <T> Optional<T> read(Function<SqlLog, Optional<T>> what) {
        return new Tables(session).with(on -> what.apply(new SqlLog(on, log)));
    }

    private static Optional<Long> number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static Response text(String body) {
        return answer(Response.ok(body, MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8")));
    }

    private static Response json(String body) {
        return answer(Response.ok(body, MediaType.APPLICATION_JSON_TYPE));
    }

    private static Response nothing() {
        return answer(Response.status(Response.Status.NOT_FOUND));
    }

    /** Programs of anybody may read this, browsers too. */
    private static Response answer(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }
}
