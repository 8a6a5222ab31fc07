package fr.tessere.fuzz;

import fr.tessere.keycloak.reading.Addresses;
import fr.tessere.keycloak.reading.BoundedWork;
import fr.tessere.keycloak.reading.Equipment;
import fr.tessere.keycloak.reading.Order;
import fr.tessere.keycloak.reading.Progress;
import fr.tessere.keycloak.reading.Readings;
import fr.tessere.keycloak.reading.RequestReader;
import fr.tessere.keycloak.reading.Tickets;
import fr.tessere.keycloak.settings.ReadingSettings;
import fr.tessere.keycloak.settings.Secret;
import fr.tessere.keycloak.settings.StatusSettings;
import fr.tessere.keycloak.status.Standing;
import fr.tessere.keycloak.status.StatusEquipment;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.InvalidMessageException;
import fr.tessere.protocol.reading.Noted;
import fr.tessere.protocol.reading.OpenedReading;
import fr.tessere.protocol.reading.Problem;
import fr.tessere.protocol.reading.ReadingDone;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ServerReply;
import fr.tessere.protocol.reading.Trouble;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.verification.ChipVerification;
import fr.tessere.verification.SealingKey;
import fr.tessere.verification.VerificationSettings;
import fr.tessere.verification.Verified;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.assurance.AssurancePolicy;
import fr.tessere.verification.assurance.Factor;
import fr.tessere.verification.assurance.KillSwitches;
import fr.tessere.verification.evidence.Proof;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.identity.DocumentKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One reading of an honest chip by a reader whose every call is decided by input bytes. What it may never reach: an
 * accident of the server, or a result from answers that the chip did not give in this reading.
 */
final class HostileReader {
    private static final int CALLS = 16;
    private static final String REALM = "tessere";
    private static final RequestReader REQUESTS = new RequestReader();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Equipment EQUIPMENT = new Equipment(
            new ChipVerification(
                    Seeds.anchors(), new SealingKey(Bytes.of(new byte[32])), RANDOM, VerificationSettings.defaults()),
            AssurancePolicy.defaults(),
            RANDOM,
            new ReadingSettings(Duration.ofMinutes(5), 27_816, Optional.empty()),
            new BoundedWork(1, Duration.ofMinutes(1)),
            StatusEquipment.of(
                    new Secret(Bytes.of(new byte[32])),
                    new StatusSettings(Optional.empty(), false),
                    AssurancePolicy.defaults()));
    private static final Standing NOTHING_AGAINST_ANYBODY = new Standing() {
        @Override
        public KillSwitches switches(Instant at) {
            return KillSwitches.NONE;
        }

        @Override
        public Verified check(Verified verified, AssuranceLevel asked, Instant at) {
            return verified;
        }

        @Override
        public Set<Factor> factors(DocumentKey document, Instant at) {
            return Set.of(Factor.PERSONAL_CODE);
        }
    };

    private final ChipAtHand chip;
    private final Decisions decisions;
    private final MemoryStore store = new MemoryStore();
    private final Readings readings =
            new Readings(EQUIPMENT, store, new Addresses("https://id.example/tessere"), NOTHING_AGAINST_ANYBODY);
    private final Tickets tickets;
    private Instant now = Seeds.TODAY;
    private @Nullable ChipScript script;
    private List<Bytes> answers = List.of();
    private boolean honest;
    private boolean accepted;

    HostileReader(ChipAtHand chip, Decisions decisions) {
        this.chip = chip;
        this.decisions = decisions;
        Order order = new Order(REALM, "town-hall", "tab", "Town hall", List.of("name"), "eidas1", true);
        tickets = readings.begin(order, now);
        store.commit();
    }

    void run() throws RefusedException {
        for (int call = 0; call < CALLS && decisions.left(); call++) {
            call();
        }
    }

    private void call() throws RefusedException {
        switch (decisions.below(11)) {
            case 0 -> request(() -> readings.open(REALM, handle(), now));
            case 1 -> chip(chip.files());
            case 2 -> chip(changed(chip.files()));
            case 3 -> anyBody();
            case 4 -> proofByTheChip();
            case 5 -> proof(changed(answers));
            case 6 -> proof(inAnotherOrder(answers));
            case 7 -> now = now.plus(Duration.ofSeconds(decisions.one()));
            case 8 -> proof(answers);
            case 10 -> trouble();
            default -> proof(decisions.one() % 5 + 1, answers);
        }
    }

    private String handle() {
        return switch (decisions.below(4)) {
            case 0 -> tickets.thisDevice();
            case 1 -> tickets.anotherDevice();
            case 2 -> tickets.id();
            default -> new String(decisions.some(40), StandardCharsets.ISO_8859_1);
        };
    }

    private String opened() {
        return readings.progress(tickets).map(Progress::handle).orElse(tickets.thisDevice());
    }

    private void chip(Map<FileId, Bytes> files) throws RefusedException {
        request(() -> readings.chip(REALM, opened(), chip.message(files), now));
    }

    private void anyBody() throws RefusedException {
        byte[] body = decisions.some(4096);
        request(() -> {
            UnverifiedFiles files = REQUESTS.chip(body);
            return readings.chip(REALM, opened(), files, now);
        });
    }

    private void trouble() throws RefusedException {
        byte[] body = decisions.below(2) == 0
                ? "{\"version\":1,\"code\":\"can-wrong\"}".getBytes(StandardCharsets.US_ASCII)
                : decisions.some(64);
        request(() -> {
            Trouble trouble = REQUESTS.trouble(body);
            return readings.trouble(REALM, opened(), trouble, now);
        });
    }

    private void proofByTheChip() throws RefusedException {
        ChipScript out = script;
        if (out != null) {
            answers = chip.play(out);
            honest = true;
            proof(out.round(), answers);
        }
    }

    private void proof(List<Bytes> these) throws RefusedException {
        ChipScript out = script;
        proof(out == null ? 1 : out.round(), these);
    }

    private void proof(int round, List<Bytes> these) throws RefusedException {
        if (!these.isEmpty()) {
            honest = these.equals(answers);
            request(() -> readings.proof(REALM, opened(), message(round, these), now));
        }
    }

    private static ChipAnswers message(int round, List<Bytes> these) {
        return ChipAtHand.message(round, these);
    }

    private Map<FileId, Bytes> changed(Map<FileId, Bytes> files) {
        Map<FileId, Bytes> other = new EnumMap<>(files);
        FileId file = List.copyOf(other.keySet()).get(decisions.below(other.size()));
        if (decisions.below(8) == 7) {
            other.remove(file);
        } else {
            other.put(file, flipped(other.getOrDefault(file, Bytes.EMPTY)));
        }
        return other;
    }

    private List<Bytes> changed(List<Bytes> all) {
        if (all.isEmpty()) {
            return all;
        }
        List<Bytes> other = new ArrayList<>(all);
        int index = decisions.below(other.size());
        other.set(index, flipped(other.get(index)));
        return other;
    }

    private Bytes flipped(Bytes bytes) {
        if (bytes.length() == 0) {
            return bytes;
        }
        byte[] array = bytes.toArray();
        array[decisions.below(Math.max(257, array.length)) % array.length] ^= (byte) Math.max(1, decisions.one());
        return Bytes.of(array);
    }

    private List<Bytes> inAnotherOrder(List<Bytes> all) {
        List<Bytes> other = new ArrayList<>(all);
        if (other.size() > 1) {
            switch (decisions.below(3)) {
                case 0 -> other.remove(other.size() - 1);
                case 1 -> Collections.swap(other, 0, other.size() - 1);
                default -> other.add(other.get(0));
            }
        }
        return other;
    }

    private void request(Request request) throws RefusedException {
        try {
            request.send().fold(new Expectations());
        } catch (RefusedException refused) {
            require(refused.code() != RefusalCode.SERVER_FAILED, "an accident: " + refused.getMessage());
        } catch (InvalidMessageException named) {
            // a message that cannot be read
        } finally {
            store.commit();
        }
        if (accepted) {
            Progress progress = readings.progress(tickets).orElseThrow();
            Verified verified = readings.collect(progress, REALM);
            require(verified.evidence().proof() != Proof.NONE, "a proof was due");
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

    private interface Request {
        ServerReply send() throws RefusedException;
    }

    /** What each reply means here. */
    private final class Expectations implements ServerReply.Cases<Boolean> {
        @Override
        public Boolean opened(OpenedReading reply) {
            return true;
        }

        @Override
        public Boolean script(ChipScript reply) {
            script = reply;
            return true;
        }

        @Override
        public Boolean done(ReadingDone reply) {
            require(honest, "answers that the chip did not give were accepted");
            require(!accepted, "a reading was accepted twice");
            accepted = true;
            return true;
        }

        @Override
        public Boolean noted(Noted reply) {
            require(readings.progress(tickets).isPresent(), "trouble of a reading that nobody opened was heard");
            return true;
        }

        @Override
        public Boolean problem(Problem reply) {
            throw new AssertionError("a refusal is thrown");
        }
    }
}
