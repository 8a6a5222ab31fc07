package fr.tessere.verification.authenticity;

import fr.tessere.verification.evidence.Proof;
import fr.tessere.verification.evidence.Weakness;
import java.util.Set;

/** A chip that holds the key that the State signed. Only Chip and Active Authentication can make one. */
public final class OriginalChip {
    private final Proof proof;
    private final String algorithm;
    private final Set<Weakness> weaknesses;

    OriginalChip(Proof proof, String algorithm, Set<Weakness> weaknesses) {
        this.proof = proof;
        this.algorithm = algorithm;
        this.weaknesses = Set.copyOf(weaknesses);
    }

    /** How it was proven. */
    public Proof proof() {
        return proof;
    }

    /** For receipts, for example {@code ECDH brainpoolP256r1 AES-128}. */
    public String algorithm() {
        return algorithm;
    }

    /** What was accepted with reserve. */
    public Set<Weakness> weaknesses() {
        return weaknesses;
    }
}
