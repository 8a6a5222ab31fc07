package fr.tessere.keycloak.login;

import fr.tessere.audit.receipt.Receipt;
import fr.tessere.keycloak.officer.Again;
import fr.tessere.keycloak.officer.ReceiptFacts;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.Channel;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.assurance.AssurancePolicy;
import fr.tessere.verification.assurance.Factor;
import fr.tessere.verification.assurance.KillSwitches;
import fr.tessere.verification.evidence.Basis;
import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.Decision;
import fr.tessere.verification.evidence.DocumentStatus;
import fr.tessere.verification.evidence.Evidence;
import fr.tessere.verification.evidence.Input;
import fr.tessere.verification.evidence.Proof;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.evidence.RevocationStatus.ListUsed;
import fr.tessere.verification.evidence.StatusReport;
import fr.tessere.verification.evidence.Weakness;
import fr.tessere.verification.trust.RevocationList;
import fr.tessere.verification.trust.TrustAnchors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes a decision once more from its receipt: the same evidence, the same rules for levels, the same comparison as {@code tessere verify
 * --again}. What only files can repeat (signature, chain, hashes) is testified by the receipt and not done again here.
 */
final class Replay {
    private final Receipt receipt;
    private final Evidence evidence;

    private Replay(Receipt receipt) {
        this.receipt = receipt;
        this.evidence = evidence(receipt);
    }

    /** The decision of this receipt under the policy, the switches and the anchors of today. */
    static Again of(Receipt receipt, AssurancePolicy policy, KillSwitches switches, TrustAnchors anchors) {
        return new Replay(receipt).again(policy, switches, anchors);
    }

    private Again again(AssurancePolicy policy, KillSwitches switches, TrustAnchors anchors) {
        Channel channel = known(receipt.channel(), Channel.values(), Channel::word);
        Optional<AssuranceLevel> alone = policy.levelOf(evidence, Set.of(), channel);
        Optional<AssuranceLevel> reaches = policy.levelOf(evidence, factors(), channel);
        String aloneWord = alone.map(AssuranceLevel::acr).orElse("none");
        String reachesWord = reaches.or(() -> alone).map(AssuranceLevel::acr).orElse("none");
        return new Again(
                aloneWord,
                reachesWord,
                aloneWord.equals(receipt.level()) && reachesWord.equals(receipt.reaches()),
                refusal(switches).map(RefusalCode::word).orElse(""),
                differences(policy, anchors));
    }

    private Set<Factor> factors() {
        return receipt.flags().contains(Receipts.HOLDER_COMPARED)
                ? Set.of(Factor.PERSONAL_CODE, Factor.HOLDER_VERIFIED)
                : Set.of(Factor.PERSONAL_CODE);
    }

    private List<String> differences(AssurancePolicy policy, TrustAnchors anchors) {
        List<ListUsed> then = lists();
        Decision made = decision(then, receipt.trust(), receipt.policy());
        Set<Bytes> loaded =
                anchors.revocationLists().stream().map(RevocationList::digest).collect(Collectors.toSet());
        List<ListUsed> still =
                then.stream().filter(list -> loaded.contains(list.digest())).toList();
        return made.differencesFrom(decision(still, anchors.version(), Receipts.version(policy)));
    }

    private Decision decision(List<ListUsed> lists, String trust, String policy) {
        Basis basis = new Basis(List.of(), lists, trust, policy);
        return Decision.verified(evidence.checks(), evidence.weaknesses(), basis, receipt.at());
    }

    private List<ListUsed> lists() {
        List<ListUsed> lists = new ArrayList<>();
        for (String list : receipt.revocation()) {
            String[] words = list.split(" ");
            lists.add(
                    new ListUsed(words[0].equals("-") ? "" : words[0], Instant.parse(words[1]), Bytes.ofHex(words[2])));
        }
        return lists;
    }

    /** The switches of today look at what the receipt names. */
    private Optional<RefusalCode> refusal(KillSwitches switches) {
        try {
            switches.require(ReceiptFacts.of(receipt));
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(refused.code());
        }
    }

    private static Evidence evidence(Receipt receipt) {
        String chip = receipt.algorithms().getOrDefault("chip", "none");
        String signer = receipt.inputs().getOrDefault(Input.SIGNER, " ");
        Map<Check, CheckResult> checks = new EnumMap<>(Check.class);
        receipt.checks()
                .forEach((check, result) -> checks.put(
                        Check.ofWord(check).orElseThrow(),
                        CheckResult.ofWord(result).orElseThrow()));
        String[] status = receipt.status().split(" ", 2);
        return new Evidence(
                known(receipt.proof(), Proof.values(), Proof::word),
                chip.equals("none") ? "" : chip,
                receipt.country(),
                Bytes.ofHex(signer.substring(signer.indexOf(' ') + 1)),
                Bytes.EMPTY,
                receipt.algorithms().getOrDefault("signature", ""),
                receipt.algorithms().getOrDefault("digest", ""),
                receipt.flags().contains("specimen"),
                receipt.flags().contains("document-expired"),
                receipt.trust(),
                receipt.weaknesses().stream()
                        .map(word -> Weakness.ofWord(word).orElseThrow())
                        .collect(Collectors.toSet()),
                checks,
                receipt.at(),
                new StatusReport(DocumentStatus.ofWord(status[0]).orElseThrow(), status[1], receipt.at()));
    }

    private static <T> T known(String word, T[] all, Function<T, String> words) {
        return Arrays.stream(all)
                .filter(one -> words.apply(one).equals(word))
                .findFirst()
                .orElseThrow();
    }
}
