package fr.tessere.verification.assurance;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.Input;
import fr.tessere.verification.evidence.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The switches that are set. Asked at each step of each reading and never kept with the verdict on a signer, so that a
 * switch is in effect for signers that were found good before.
 */
public final class KillSwitches {
    /** No switch is set. */
    public static final KillSwitches NONE = new KillSwitches(Set.of());

    private final Set<KillSwitch> set;

    public KillSwitches(Set<KillSwitch> set) {
        this.set = Set.copyOf(set);
    }

    /** How many are set. */
    public int size() {
        return set.size();
    }

    /** The switches set, by digest: the same switches give the same one anywhere. */
    public Input input() {
        String all = set.stream()
                .map(one -> one.kind().word() + " " + one.value())
                .sorted()
                .collect(Collectors.joining("\n"));
        return Input.of(
                Input.KILL_SWITCHES, DigestAlgorithm.SHA256.digest(Bytes.of(all.getBytes(StandardCharsets.US_ASCII))));
    }

    /** Refuses {@code …-switched-off} if one of these facts is switched off; kinds in their order. */
    public void require(Map<SwitchKind, Set<String>> facts) throws RefusedException {
        if (set.isEmpty()) {
            return;
        }
        for (SwitchKind kind : SwitchKind.values()) {
            for (String fact : facts.getOrDefault(kind, Set.of())) {
                RefusedException.require(
                        !isSet(kind, fact),
                        kind.refusal(),
                        "an officer switched off %s %s".formatted(kind.word(), fact));
            }
        }
    }

    private boolean isSet(SwitchKind kind, String fact) {
        String value = fact.toLowerCase(Locale.ROOT);
        return set.stream()
                .anyMatch(known -> known.kind() == kind && known.value().equals(value));
    }
}
