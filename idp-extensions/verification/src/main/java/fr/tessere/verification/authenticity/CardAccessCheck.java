package fr.tessere.verification.authenticity;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.evidence.Weakness;
import fr.tessere.verification.lds.Announcement;
import java.util.Optional;
import java.util.Set;

/**
 * Does the chip offer openly what its State signed? Nobody signs EF.CardAccess, so that somebody between chip and reader
 * could take the strong protocols out of it; DG14 and EF.CardSecurity repeat it under a signature (ICAO 9303-11 §9.2.10,
 * §9.2.11).
 */
public final class CardAccessCheck {
    private CardAccessCheck() {}

    /**
     * Compares what is offered for PACE; other entries may stand in either file alone. Refuses {@code card-access-differs}.
     *
     * @param signed from DG14
     * @param open from EF.CardAccess, if the reader found one
     * @return what is accepted with reserve: DG14 of documents from before the rule says nothing about PACE
     */
    public static Set<Weakness> compare(Announcement signed, Optional<Announcement> open) throws RefusedException {
        Set<?> offered = open.map(Announcement::paceEntries).orElse(Set.of());
        if (signed.paceEntries().isEmpty()) {
            return offered.isEmpty() ? Set.of() : Set.of(Weakness.CARD_ACCESS_UNSIGNED);
        }
        require(
                signed.paceEntries().equals(offered),
                "%d entries for PACE in EF.CardAccess, other ones than the %d signed in DG14"
                        .formatted(offered.size(), signed.paceEntries().size()));
        return Set.of();
    }

    /** EF.CardSecurity repeats all of EF.CardAccess, and no PACE is signed that is not offered. */
    static void requireSignedIn(Announcement cardSecurity, Announcement cardAccess) throws RefusedException {
        require(
                cardSecurity.entries().containsAll(cardAccess.entries()),
                "EF.CardAccess has entries that EF.CardSecurity does not repeat");
        require(
                cardAccess.paceEntries().containsAll(cardSecurity.paceEntries()),
                "EF.CardSecurity signs a PACE that EF.CardAccess does not offer");
    }

    private static void require(boolean holds, String detail) throws RefusedException {
        RefusedException.require(holds, RefusalCode.CARD_ACCESS_DIFFERS, detail);
    }
}
