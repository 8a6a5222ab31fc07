package fr.tessere.verification.evidence;

import java.util.List;

/**
 * What a decision rests on: who has the same files, the same anchors and the same lists must come to the same decision.
 *
 * @param inputs files, certificates and lists, each name once
 * @param revocationLists each version of a revocation list that was asked, empty if none is loaded for the country
 * @param trustVersion version of all trust anchors and lists loaded, 64 hexadecimal digits
 * @param policy what the operator lets pass, in words that do not change
 */
public record Basis(
        List<Input> inputs, List<RevocationStatus.ListUsed> revocationLists, String trustVersion, String policy) {
    public Basis {
        inputs = List.copyOf(inputs);
        revocationLists = List.copyOf(revocationLists);
    }
}
