package fr.tessere.verification.passive;

import fr.tessere.verification.evidence.Weakness;
import fr.tessere.verification.lds.SecurityInfos;
import java.util.Set;

/** What EF.CardSecurity says, signed by the document's State. Only {@link PassiveAuthentication} can make one. */
public final class SignedSecurityInfos {
    private final SecurityInfos infos;
    private final Set<Weakness> weaknesses;

    SignedSecurityInfos(SecurityInfos infos, Set<Weakness> weaknesses) {
        this.infos = infos;
        this.weaknesses = Set.copyOf(weaknesses);
    }

    /** The static keys and the protocols of the chip. */
    public SecurityInfos infos() {
        return infos;
    }

    /** What was accepted with reserve in its signature. */
    public Set<Weakness> weaknesses() {
        return weaknesses;
    }
}
