package fr.tessere.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.audit.check.InvalidFileException;
import fr.tessere.audit.check.LogCheck;
import fr.tessere.audit.check.Report;
import fr.tessere.audit.head.Head;
import fr.tessere.audit.head.HeadReader;
import fr.tessere.audit.head.InvalidHeadException;
import fr.tessere.audit.head.LogKey;
import fr.tessere.audit.receipt.Entry;
import fr.tessere.audit.receipt.InvalidEntryException;
import fr.tessere.audit.tree.Hash;
import fr.tessere.server.Page;
import fr.tessere.server.PlainBrowser;
import fr.tessere.server.Waiting;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What anybody can see of a log, and what somebody checks who trusts its key and nothing else. */
public final class PublicLog {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI address;
    private final HeadReader reader;

    public PublicLog(URI issuer) {
        address = URI.create(issuer + "/tessere/log/");
        reader = new HeadReader(List.of(LogKey.ofPem(open("key.pem").body())));
    }

    Page open(String path) {
        return new PlainBrowser("en").open(address.resolve(path));
    }

    HeadReader reader() {
        return reader;
    }

    Head head() {
        try {
            return reader.read(open("head").body().strip()).head();
        } catch (InvalidHeadException wrong) {
            throw new AssertionError(wrong);
        }
    }

    JsonNode json(String path) {
        try {
            return JsonMapper.builder().build().readTree(open(path).body());
        } catch (IOException wrong) {
            throw new AssertionError(wrong);
        }
    }

    /** Waits until an entry has its place under a head. */
    public JsonNode inclusion(String entry) {
        Waiting.until(
                "the entry is in the log",
                PATIENCE,
                () -> open("inclusion?entry=" + entry).status() == 200);
        return json("inclusion?entry=" + entry);
    }

    static List<Hash> path(JsonNode proof) {
        List<Hash> path = new ArrayList<>();
        proof.path("path").forEach(hash -> path.add(Hash.ofBase64(hash.asText())));
        return path;
    }

    /** The key that signs heads, as everybody gets it. */
    public String key() {
        return open("key.pem").body();
    }

    /** Heads and hashes, to keep. */
    public String published() {
        return open("published").body();
    }

    /** Holds an export against what was published. */
    public Report check(String export, String... published) {
        return check(reader, export, published);
    }

    /** The same with keys that somebody else trusts. */
    static Report check(HeadReader trusting, String export, String... published) {
        try {
            List<Reader> kept = new ArrayList<>();
            for (String one : published) {
                kept.add(new StringReader(one));
            }
            return LogCheck.check(new StringReader(export), kept, trusting);
        } catch (IOException | InvalidFileException wrong) {
            throw new AssertionError(wrong);
        }
    }

    /** The entries of an export. */
    public static List<Entry> entries(String export) {
        List<Entry> entries = new ArrayList<>();
        for (String line : export.split("\n")) {
            if (line.startsWith("entry ") && !line.endsWith(" -")) {
                try {
                    byte[] text = Base64.getDecoder().decode(line.split(" ")[3]);
                    entries.add(Entry.of(new String(text, StandardCharsets.UTF_8)));
                } catch (InvalidEntryException wrong) {
                    throw new AssertionError(wrong);
                }
            }
        }
        return entries;
    }
}
