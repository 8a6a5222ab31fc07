package fr.tessere.verification.evidence;

import fr.tessere.protocol.reading.RefusalCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The account of one verdict: each check, its inputs by digest and its result, under which anchors and which policy. Enough
 * to make the decision again later from the files; no personal data. What only the chip and the server of that moment
 * could know (proofs of the chip, switches, reports of loss) is testified here, not repeatable.
 *
 * @param at the time that counted
 * @param refusal why it was refused; empty if it was verified
 * @param checks in the order of {@link Check}
 * @param weaknesses what was accepted with reserve; empty if it was refused
 * @param basis what it rests on
 */
public record Decision(
        Instant at, Optional<RefusalCode> refusal, List<CheckMade> checks, Set<Weakness> weaknesses, Basis basis) {
    /** Version of this form; raised when a receipt of the old form would be read wrongly. */
    public static final int FORM = 1;

    public Decision {
        checks = List.copyOf(checks);
        weaknesses = Set.copyOf(weaknesses);
    }

    /** The account of a document that was accepted. */
    public static Decision verified(
            Map<Check, CheckResult> results, Set<Weakness> weaknesses, Basis basis, Instant at) {
        return new Decision(at, Optional.empty(), made(results, basis), weaknesses, basis);
    }

    /** The account of a document that was refused: the checks before the one that failed, and that one. */
    public static Decision refused(RefusalCode refusal, Map<Check, CheckResult> results, Basis basis, Instant at) {
        return new Decision(at, Optional.of(refusal), made(results, basis), Set.of(), basis);
    }

    /** The same document, refused after all for something that was asked later. */
    public Decision refusedBy(RefusalCode code) {
        Map<Check, CheckResult> results = new EnumMap<>(results());
        Check.failing(code).ifPresent(check -> results.put(check, CheckResult.FAILED));
        return refused(code, results, basis, at);
    }

    /** Each check and its result. */
    public Map<Check, CheckResult> results() {
        Map<Check, CheckResult> results = new EnumMap<>(Check.class);
        checks.forEach(check -> results.put(check.check(), check.result()));
        return results;
    }

    /**
     * What this decision has otherwise than the other one, made again from files: empty if it was confirmed. Checks that
     * files cannot repeat are left out.
     */
    public List<String> differencesFrom(Decision again) {
        List<String> differences = new ArrayList<>();
        differ(differences, "refusal", word(refusal), word(again.refusal));
        differ(differences, "trust-version", basis.trustVersion(), again.basis.trustVersion());
        differ(differences, "policy", basis.policy(), again.basis.policy());
        for (Check check : EnumSet.allOf(Check.class)) {
            CheckResult mine = results().get(check);
            CheckResult other = again.results().get(check);
            if (check.isRepeatable() && mine != other) {
                differences.add(check.word());
            }
        }
        for (Input input : basis.inputs()) {
            if (again.basis.inputs().stream().noneMatch(input::equals) && isRepeatable(input)) {
                differences.add(input.name());
            }
        }
        differ(differences, Input.REVOCATION_LIST, basis.revocationLists(), again.basis.revocationLists());
        return List.copyOf(differences);
    }

    private boolean isRepeatable(Input input) {
        return checks.stream()
                .anyMatch(made -> made.check().isRepeatable() && made.inputs().contains(input.name()));
    }

    private static void differ(List<String> differences, String what, Object mine, Object other) {
        if (!mine.equals(other)) {
            differences.add(what);
        }
    }

    private static String word(Optional<RefusalCode> refusal) {
        return refusal.map(RefusalCode::word).orElse("");
    }

    private static List<CheckMade> made(Map<Check, CheckResult> results, Basis basis) {
        List<CheckMade> made = new ArrayList<>();
        new EnumMap<>(results).forEach((check, result) -> made.add(new CheckMade(check, result, names(check, basis))));
        return made;
    }

    private static List<String> names(Check check, Basis basis) {
        List<String> names = new ArrayList<>();
        basis.inputs().stream().map(Input::name).filter(check::restsOn).forEach(names::add);
        if (check == Check.SIGNER_REVOCATION && !basis.revocationLists().isEmpty()) {
            names.add(Input.REVOCATION_LIST);
        }
        return names;
    }
}
