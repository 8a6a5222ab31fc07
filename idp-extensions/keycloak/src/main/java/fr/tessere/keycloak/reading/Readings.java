package fr.tessere.keycloak.reading;

import static fr.tessere.verification.evidence.RefusedException.require;

import fr.tessere.keycloak.reading.Progress.Stage;
import fr.tessere.keycloak.status.Standing;
import fr.tessere.protocol.reading.Channel;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.Limits;
import fr.tessere.protocol.reading.Noted;
import fr.tessere.protocol.reading.OpenedReading;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ServerReply;
import fr.tessere.protocol.reading.Trouble;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.verification.PendingReading;
import fr.tessere.verification.ReadingRequest;
import fr.tessere.verification.Verified;
import fr.tessere.verification.evidence.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.IntStream;

/** The steps of a reading. Each passes a gate once; a refusal of the evidence ends the reading. */
public final class Readings {
    /** Random bytes of a handle or code: 22 characters of base64url. */
    private static final int RANDOM = 16;
    /** What is known of a reading outlives it by this, so that the page can still say how it ended. Seconds. */
    private static final long AFTERLIFE = 120;
    /** Behind the id of a reading: the gate that a person passes who leaves. */
    private static final String LEFT = ".left";

    private final Equipment equipment;
    private final ReadingStore store;
    private final Addresses addresses;
    private final Standing standing;

    public Readings(Equipment equipment, ReadingStore store, Addresses addresses, Standing standing) {
        this.standing = standing;
        this.equipment = equipment;
        this.store = store;
        this.addresses = addresses;
    }

    /** A new reading with two handles; whichever is opened first closes the other. */
    public Tickets begin(Order order, Instant at) {
        Tickets tickets = new Tickets(random(), random(), random(), shortCode(), comparisonCode(), at.plus(lifetime()));
        Reading reading = new Reading(
                tickets.id(),
                order.realm(),
                order.clientId(),
                order.tab(),
                order.service(),
                order.claims(),
                order.level(),
                tickets.comparisonCode(),
                order.specimens(),
                tickets.expires());
        store.keep(tickets.thisDevice(), Channel.THIS_DEVICE, reading, keepSeconds());
        store.keep(tickets.anotherDevice(), Channel.ANOTHER_DEVICE, reading, keepSeconds());
        store.keep(tickets.shortCode(), tickets.anotherDevice(), lifetime().toSeconds());
        return tickets;
    }

    /** Tells a reader who asks for what. */
    public OpenedReading open(String realm, String handle, Instant at) throws RefusedException {
        ReadingStore.Kept kept = find(realm, handle, at);
        Reading reading = kept.reading();
        require(pass(reading, "open"), RefusalCode.READING_OPENED, "a handle of this reading was opened before");
        store.keep(reading.id(), Progress.opened(handle, kept.channel()), keepSeconds());
        return new OpenedReading(
                Limits.VERSION,
                reading.service(),
                reading.claims(),
                reading.level(),
                reading.comparisonCode(),
                kept.channel(),
                reading.expires().getEpochSecond() - at.getEpochSecond(),
                reading.wanted());
    }

    /** The handle for another device that a typed code stands for. */
    public Optional<String> handle(ShortCode code) {
        return store.handle(code);
    }

    /** What a handle for another device is for; opens nothing. */
    public Reading look(String realm, String handle, Instant at) throws RefusedException {
        ReadingStore.Kept kept = find(realm, handle, at);
        require(kept.channel() == Channel.ANOTHER_DEVICE, RefusalCode.READING_UNKNOWN, "not for another device");
        return kept.reading();
    }

    /** Ends a reading that no reader has opened: the person goes on in another browser, by a sign-in of its own. */
    public Reading move(String realm, String handle, Instant at) throws RefusedException {
        Reading reading = look(realm, handle, at);
        require(pass(reading, "open"), RefusalCode.READING_OPENED, "a reader opened it before");
        store.keep(
                reading.id(),
                Progress.opened(handle, Channel.ANOTHER_DEVICE).refused(RefusalCode.READING_MOVED),
                keepSeconds());
        return reading;
    }

    /** Ends a reading whose person left the page: no reader opens it, and none sends anything more. */
    public void leave(Tickets tickets) {
        store.first(tickets.id() + LEFT, keepSeconds());
    }

    /** Takes the files, once. */
    public ServerReply chip(String realm, String handle, UnverifiedFiles files, Instant at) throws RefusedException {
        Reading reading = find(realm, handle, at).reading();
        Progress progress = progressOf(reading, handle);
        require(progress.stage() == Stage.OPENED, RefusalCode.STEP_OUT_OF_ORDER, "the files were sent before");
        require(pass(reading, "chip"), RefusalCode.STEP_OUT_OF_ORDER, "the files were sent before");
        return decisions(reading, progress).begin(files, request(reading, handle), at);
    }

    /** Takes the answers to a script, once a round. */
    public ServerReply proof(String realm, String handle, ChipAnswers answers, Instant at) throws RefusedException {
        Reading reading = find(realm, handle, at).reading();
        Progress progress = progressOf(reading, handle);
        require(progress.stage() != Stage.OPENED, RefusalCode.STEP_OUT_OF_ORDER, "no script is out");
        require(answers.round() <= progress.round(), RefusalCode.STEP_OUT_OF_ORDER, "this round is still to come");
        require(
                progress.stage() == Stage.CHALLENGED && answers.round() == progress.round(),
                RefusalCode.PROOF_REPEATED,
                "this round was answered before");
        require(
                pass(reading, "proof." + answers.round()),
                RefusalCode.PROOF_REPEATED,
                "this round was answered before");
        return decisions(reading, progress)
                .resume(PendingReading.of(progress.sealed()), answers, request(reading, handle), at);
    }

    /** Hears what went wrong beside the card. It is shown and proves nothing; the reading stands where it stood. */
    public Noted trouble(String realm, String handle, Trouble trouble, Instant at) throws RefusedException {
        Reading reading = find(realm, handle, at).reading();
        Progress progress = progressOf(reading, handle);
        require(
                progress.stage() == Stage.OPENED || progress.stage() == Stage.CHALLENGED,
                RefusalCode.STEP_OUT_OF_ORDER,
                "the reading ended before");
        boolean few = IntStream.range(0, Limits.TROUBLES).anyMatch(number -> pass(reading, "trouble." + number));
        require(few, RefusalCode.STEP_OUT_OF_ORDER, "too many troubles were told");
        store.keep(reading.id(), trouble.code(), keepSeconds());
        return new Noted(Limits.VERSION);
    }

    /** What the reader last said went wrong beside the card. */
    public Optional<RefusalCode> trouble(Tickets tickets) {
        return store.trouble(tickets.id());
    }

    /** How far the reading of these tickets has come; empty before a reader opened it. */
    public Optional<Progress> progress(Tickets tickets) {
        return store.progress(tickets.id());
    }

    /** The result, for the browser that began. */
    public Verified collect(Progress progress, String realm) throws RefusedException {
        Reading reading = store.find(progress.handle())
                .map(ReadingStore.Kept::reading)
                .filter(found -> found.realm().equals(realm))
                .orElseThrow(() -> new RefusedException(RefusalCode.READING_UNKNOWN, "no reading has this handle"));
        return equipment.verification().open(progress.sealed(), request(reading, progress.handle()));
    }

    /** The service of a reading, for the journal. */
    public Optional<String> clientOf(String realm, String handle) {
        return store.find(handle)
                .map(ReadingStore.Kept::reading)
                .filter(reading -> reading.realm().equals(realm))
                .map(Reading::clientId);
    }

    /** Takes a one-time return code. */
    public ReturnTicket takeReturn(String code) throws RefusedException {
        return store.take(code)
                .orElseThrow(() -> new RefusedException(RefusalCode.RETURN_CODE_WRONG, "unknown or spent"));
    }

    /** Ends a reading whose result a stranger asked for. */
    public void end(ReturnTicket ticket, RefusalCode code) {
        store.progress(ticket.reading())
                .ifPresent(progress -> store.keep(ticket.reading(), progress.refused(code), keepSeconds()));
    }

    private ReadingStore.Kept find(String realm, String handle, Instant at) throws RefusedException {
        return store.find(handle)
                .filter(kept -> kept.reading().realm().equals(realm))
                .filter(kept -> at.isBefore(kept.reading().expires()))
                .filter(kept -> !store.passed(kept.reading().id() + LEFT))
                .orElseThrow(() -> new RefusedException(RefusalCode.READING_UNKNOWN, "unknown, over or left"));
    }

    private Progress progressOf(Reading reading, String handle) throws RefusedException {
        return store.progress(reading.id())
                .filter(progress -> progress.handle().equals(handle))
                .orElseThrow(() -> new RefusedException(RefusalCode.STEP_OUT_OF_ORDER, "this handle was not opened"));
    }

    private Decisions decisions(Reading reading, Progress progress) {
        return new Decisions(equipment, store, standing, reading, progress, keepSeconds(), this::returnAddress);
    }

    private String returnAddress(Reading reading) {
        String code = random();
        store.keep(code, new ReturnTicket(reading.id(), reading.clientId(), reading.tab()), keepSeconds());
        return addresses.returning(code);
    }

    private boolean pass(Reading reading, String step) {
        return store.first(reading.id() + "." + step, keepSeconds());
    }

    private static ReadingRequest request(Reading reading, String handle) {
        return new ReadingRequest(handle, reading.clientId(), reading.level(), reading.wanted());
    }

    private Duration lifetime() {
        return equipment.settings().lifetime();
    }

    private long keepSeconds() {
        return lifetime().toSeconds() + AFTERLIFE;
    }

    /** One that no sign-in of today has. */
    private ShortCode shortCode() {
        ShortCode code = ShortCode.random(equipment.random());
        while (!store.first("code." + HandleDigest.of(code.letters()), keepSeconds())) {
            code = ShortCode.random(equipment.random());
        }
        return code;
    }

    private String comparisonCode() {
        return "%04d".formatted(equipment.random().nextInt(10_000));
    }

    /** 22 characters that nobody can guess. */
    public String random() {
        byte[] bytes = new byte[RANDOM];
        equipment.random().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
