package fr.tessere.keycloak.login;

import fr.tessere.keycloak.reading.Progress;
import fr.tessere.protocol.reading.Channel;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What the waiting browser can know and do. */
enum WaitingState {
    /** No reader opened the reading. */
    WAITING,
    /** A reader did, and the chip is being read. */
    READING,
    /** The chip is proven; this browser must open the reader's return address. */
    RETURN,
    /** The chip is proven and the sign-in can go on. */
    READY,
    /** It ended without a sign-in. */
    REFUSED,
    /** Its time is over. */
    OVER;

    static WaitingState of(Optional<Progress> progress, boolean returned, Instant expires, Instant now) {
        WaitingState state = progress.map(known -> of(known, returned)).orElse(WAITING);
        boolean unfinished = state == WAITING || state == READING;
        return unfinished && !now.isBefore(expires) ? OVER : state;
    }

    private static WaitingState of(Progress progress, boolean returned) {
        return switch (progress.stage()) {
            case OPENED, CHALLENGED -> READING;
            case VERIFIED -> progress.channel() == Channel.THIS_DEVICE && !returned ? RETURN : READY;
            case REFUSED -> REFUSED;
        };
    }

    /** The word that page and script use. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
