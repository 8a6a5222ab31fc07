package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.lds.Announcement;
import fr.tessere.verification.passive.SignedSecurityInfos;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * PACE with Chip Authentication Mapping run by the server (ICAO 9303-11 §4.4.3.3.3), for chips that prove themselves in no
 * other way. A PACE that a reader ran is never counted: who knows the terminal's keys can make up the chip's part.
 */
public final class RemotePace {
    private RemotePace() {}

    /** True if these SecurityInfos announce PACE with Chip Authentication Mapping. */
    public static boolean isAnnouncedIn(Announcement announcement) {
        return announcement.paceInfos().stream().anyMatch(PaceTerms::isMapping);
    }

    /** The first of its three scripts; refuses where EF.CardSecurity and the open EF.CardAccess do not agree. */
    public static ChipSession begin(
            SignedSecurityInfos cardSecurity, Optional<Announcement> cardAccess, SecureRandom random)
            throws RefusedException {
        if (cardAccess.isEmpty()) {
            throw new RefusedException(RefusalCode.CARD_ACCESS_DIFFERS, "a chip with PACE and without EF.CardAccess");
        }
        CardAccessCheck.requireSignedIn(cardSecurity.infos().announcement(), cardAccess.get());
        return PaceMapping.begin(PaceTerms.best(cardSecurity.infos(), cardSecurity.weaknesses()), random);
    }

    /** The step whose state this is. */
    public static ChipSession restore(Bytes state, SecureRandom random) {
        return PaceState.decode(state, random);
    }
}
