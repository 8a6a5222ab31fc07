package fr.tessere.keycloak.reading;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.Channel;
import fr.tessere.protocol.reading.RefusalCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Readings in Keycloak's single-use store. Its key space is flat and shared with Keycloak, so our keys have a prefix and
 * every entry names its type, which is checked on reading.
 */
public final class SingleUseReadingStore implements ReadingStore {
    private static final String PREFIX = "tessere.";
    private static final String TYPE = "type";
    private static final String HANDLE = "reading-handle";
    private static final String CODE = "reading-code";
    private static final String PROGRESS = "reading-progress";
    private static final String TROUBLE = "reading-trouble";
    private static final String RETURN = "reading-return";

    private final SingleUseObjectProvider objects;

    public SingleUseReadingStore(SingleUseObjectProvider objects) {
        this.objects = objects;
    }

    @Override
    public boolean first(String gate, long seconds) {
        return objects.putIfAbsent(PREFIX + "gate." + gate, seconds);
    }

    @Override
    public boolean passed(String gate) {
        return objects.contains(PREFIX + "gate." + gate);
    }

    @Override
    public void keep(String handle, Channel channel, Reading reading, long seconds) {
        Map<String, String> notes = new HashMap<>();
        notes.put("channel", channel.name());
        notes.put("id", reading.id());
        notes.put("realm", reading.realm());
        notes.put("client", reading.clientId());
        notes.put("tab", reading.tab());
        notes.put("service", reading.service());
        notes.put("claims", String.join(" ", reading.claims()));
        notes.put("level", reading.level());
        notes.put("code", reading.comparisonCode());
        notes.put("specimens", Boolean.toString(reading.specimens()));
        notes.put("expires", Long.toString(reading.expires().getEpochSecond()));
        put(HANDLE, HandleDigest.of(handle), notes, seconds);
    }

    @Override
    public Optional<Kept> find(String handle) {
        return typed(HANDLE, objects.get(key(HANDLE, HandleDigest.of(handle)))).map(notes -> {
            String claims = notes.text("claims");
            Reading reading = new Reading(
                    notes.text("id"),
                    notes.text("realm"),
                    notes.text("client"),
                    notes.text("tab"),
                    notes.text("service"),
                    claims.isEmpty() ? List.of() : List.of(claims.split(" ")),
                    notes.text("level"),
                    notes.text("code"),
                    Boolean.parseBoolean(notes.text("specimens")),
                    Instant.ofEpochSecond(Long.parseLong(notes.text("expires"))));
            return new Kept(reading, Channel.valueOf(notes.text("channel")));
        });
    }

    @Override
    public void keep(ShortCode code, String handle, long seconds) {
        Map<String, String> notes = new HashMap<>();
        notes.put("handle", handle);
        put(CODE, HandleDigest.of(code.letters()), notes, seconds);
    }

    @Override
    public Optional<String> handle(ShortCode code) {
        return typed(CODE, objects.get(key(CODE, HandleDigest.of(code.letters()))))
                .map(notes -> notes.text("handle"));
    }

    @Override
    public void keep(String id, Progress progress, long seconds) {
        Map<String, String> notes = new HashMap<>();
        notes.put("stage", progress.stage().name());
        notes.put("handle", progress.handle());
        notes.put("channel", progress.channel().name());
        notes.put("round", Integer.toString(progress.round()));
        notes.put("sealed", progress.sealed().toBase64());
        progress.refusal().ifPresent(code -> notes.put("refusal", code.word()));
        put(PROGRESS, id, notes, seconds);
    }

    @Override
    public Optional<Progress> progress(String id) {
        return typed(PROGRESS, objects.get(key(PROGRESS, id)))
                .map(notes -> new Progress(
                        Progress.Stage.valueOf(notes.text("stage")),
                        notes.text("handle"),
                        Channel.valueOf(notes.text("channel")),
                        Integer.parseInt(notes.text("round")),
                        Bytes.ofBase64(notes.text("sealed")),
                        notes.optional("refusal").flatMap(RefusalCode::ofWord)));
    }

    @Override
    public void keep(String id, RefusalCode trouble, long seconds) {
        Map<String, String> notes = new HashMap<>();
        notes.put("code", trouble.word());
        put(TROUBLE, id, notes, seconds);
    }

    @Override
    public Optional<RefusalCode> trouble(String id) {
        return typed(TROUBLE, objects.get(key(TROUBLE, id)))
                .map(notes -> notes.text("code"))
                .flatMap(RefusalCode::ofWord);
    }

    @Override
    public void keep(String code, ReturnTicket ticket, long seconds) {
        Map<String, String> notes = new HashMap<>();
        notes.put("reading", ticket.reading());
        notes.put("client", ticket.clientId());
        notes.put("tab", ticket.tab());
        put(RETURN, HandleDigest.of(code), notes, seconds);
    }

    @Override
    public Optional<ReturnTicket> take(String code) {
        return typed(RETURN, objects.remove(key(RETURN, HandleDigest.of(code))))
                .map(notes -> new ReturnTicket(notes.text("reading"), notes.text("client"), notes.text("tab")));
    }

    private void put(String type, String name, Map<String, String> notes, long seconds) {
        notes.put(TYPE, type);
        objects.put(key(type, name), seconds, notes);
    }

    private static String key(String type, String name) {
        return PREFIX + type + "." + name;
    }

    private static Optional<Entry> typed(String type, @Nullable Map<String, String> notes) {
        return Optional.ofNullable(notes)
                .filter(found -> type.equals(found.get(TYPE)))
                .map(Entry::new);
    }

    /** Notes that this class wrote. */
    private record Entry(Map<String, String> notes) {
        String text(String name) {
            return optional(name).orElseThrow();
        }

        Optional<String> optional(String name) {
            return Optional.ofNullable(notes.get(name));
        }
    }
}
