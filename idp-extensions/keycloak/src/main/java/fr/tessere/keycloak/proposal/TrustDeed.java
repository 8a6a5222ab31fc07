package fr.tessere.keycloak.proposal;

import fr.tessere.keycloak.status.OfficerAct;
import fr.tessere.keycloak.status.OfficerDesk;
import java.time.Instant;
import java.util.Optional;

/** Country signers that officers confirm; a subject is the SHA-256 of a certificate, 64 hexadecimal digits. */
public final class TrustDeed implements Deed {
    /** Word of a certificate that officers have confirmed. */
    public static final String CONFIRMED = "confirmed";
    /** Word of any other. */
    public static final String NOT_CONFIRMED = "not-confirmed";

    private final ConfirmedSigners signers;
    private final OfficerDesk desk;
    private final Instant at;

    public TrustDeed(ConfirmedSigners signers, OfficerDesk desk, Instant at) {
        this.signers = signers;
        this.desk = desk;
        this.at = at;
    }

    @Override
    public String now(String subject) {
        return signers.has(subject) ? CONFIRMED : NOT_CONFIRMED;
    }

    @Override
    public Optional<OfficerAct> change(String subject, String after, String reason) {
        String before = now(subject);
        if (before.equals(after)) {
            return Optional.empty();
        }
        if (after.equals(CONFIRMED)) {
            signers.put(subject, at, reason);
        } else {
            signers.remove(subject);
        }
        return Optional.of(desk.record(OfficerAct.Area.TRUST, subject, before, after, reason));
    }

    @Override
    public boolean isRestriction(Change change) {
        return change.after().equals(NOT_CONFIRMED);
    }
}
