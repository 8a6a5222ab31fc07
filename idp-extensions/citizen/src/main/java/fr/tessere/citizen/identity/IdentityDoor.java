package fr.tessere.citizen.identity;

import fr.tessere.citizen.passkey.PasskeyEnrolmentFactory;
import fr.tessere.keycloak.door.Door;
import fr.tessere.keycloak.door.OwnPages;
import fr.tessere.keycloak.door.Visit;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.token.IdentityNote;
import fr.tessere.verification.assurance.AssuranceLevel;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * Who comes in: a citizen who signed in for the client {@value #CLIENT} at eidas2 or above, as long as the session lives. What
 * weighs more asks for the code anew.
 */
final class IdentityDoor {
    /** The client of these pages. */
    static final String CLIENT = "tessere-identity";

    private final Door door;

    IdentityDoor(KeycloakSession session, Reception reception) {
        door = new Door(
                session,
                OwnPages.inRealm(session, CLIENT, IdentityResourceFactory.ID, "TESSERE_IDENTITY_STATE"),
                reception.secret().key("tessere identity forms"),
                reception.random());
    }

    /** Where the pages are, without a slash at the end. */
    URI pages() {
        return door.pages();
    }

    /** The citizen of this browser; empty for everybody else, and below eidas2. */
    Optional<Visit> holder() {
        return door.visit()
                .filter(visit -> visit.session().getNote(IdentityNote.NAME) != null)
                .filter(visit -> visit.reached(AssuranceLevel.EIDAS2));
    }

    Response signIn() {
        return door.signIn();
    }

    /** To add a passkey, behind document and code. */
    Response enrolPasskey() {
        return door.signInFor(PasskeyEnrolmentFactory.ID);
    }

    Response signedIn(@Nullable String state) {
        return door.signedIn(state);
    }

    /** What a form of this holder's session must bring. */
    String formToken(Visit holder) {
        return door.formToken(holder.session().getId());
    }

    /** True if the form came from a page of this holder's session. */
    boolean isOwn(Visit holder, String token) {
        return door.isOwn(holder.session().getId(), token);
    }
}
