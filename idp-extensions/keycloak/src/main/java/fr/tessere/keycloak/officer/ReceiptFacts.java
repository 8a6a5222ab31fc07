package fr.tessere.keycloak.officer;

import fr.tessere.audit.receipt.Receipt;
import fr.tessere.verification.assurance.SwitchKind;
import fr.tessere.verification.evidence.Input;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What of a receipt a kill switch can name: certificates by their digests, the signer's country, algorithms. */
public final class ReceiptFacts {
    private ReceiptFacts() {}

    /** The facts of this receipt. */
    public static Map<SwitchKind, Set<String>> of(Receipt receipt) {
        Map<SwitchKind, Set<String>> facts = new EnumMap<>(SwitchKind.class);
        facts.put(SwitchKind.SIGNER, digests(receipt, Input.SIGNER));
        facts.put(SwitchKind.COUNTRY_SIGNER, digests(receipt, Input.COUNTRY_SIGNER));
        facts.put(SwitchKind.COUNTRY, new TreeSet<>(Set.of(receipt.country())));
        Set<String> algorithms = new TreeSet<>();
        receipt.algorithms().values().forEach(words -> algorithms.addAll(Arrays.asList(words.split(" "))));
        facts.put(SwitchKind.ALGORITHM, algorithms);
        return facts;
    }

    private static Set<String> digests(Receipt receipt, String input) {
        String written = receipt.inputs().getOrDefault(input, "");
        Set<String> digests = new TreeSet<>();
        if (!written.isEmpty()) {
            digests.add(written.substring(written.indexOf(' ') + 1));
        }
        return digests;
    }
}
