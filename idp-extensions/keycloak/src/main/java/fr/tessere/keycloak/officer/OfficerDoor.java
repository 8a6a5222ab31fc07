package fr.tessere.keycloak.officer;

import fr.tessere.keycloak.door.Door;
import fr.tessere.keycloak.door.OwnPages;
import fr.tessere.keycloak.door.Visit;
import fr.tessere.verification.assurance.AssuranceLevel;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * Who comes in. An officer is a person's ordinary account with one of two realm roles, signed in for the client
 * {@value #CLIENT} at eidas2; that holds no longer here than it would for a service.
 */
final class OfficerDoor {
    /** The client of these pages. */
    static final String CLIENT = "tessere-officer";

    private final RealmModel realm;
    private final Door door;
    private final Instant now;

    OfficerDoor(KeycloakSession session, OfficerEquipment equipment) {
        realm = session.getContext().getRealm();
        door = new Door(
                session,
                new OwnPages(CLIENT, equipment.pages(), "TESSERE_OFFICER_STATE"),
                equipment.secret().key("tessere officer forms"),
                equipment.random());
        now = equipment.now();
    }

    /** The officer of this browser; empty for everybody else. */
    Optional<Officer> officer() {
        return strong().flatMap(visit -> Arrays.stream(Officer.Role.values())
                .filter(role -> has(visit.account(), role))
                .findFirst()
                .map(role -> new Officer(
                        visit.account().getId(),
                        Officer.name(visit.account()),
                        visit.session().getId(),
                        role)));
    }

    /** Name of the account that signed in here, with a role or without; empty for one whose sign-in does not count. */
    Optional<String> account() {
        return strong().map(visit -> visit.account().getUsername());
    }

    private Optional<Visit> strong() {
        return door.visit().filter(visit -> visit.holds(AssuranceLevel.EIDAS2, now));
    }

    private boolean has(UserModel account, Officer.Role wanted) {
        RoleModel role = realm.getRole(wanted.word());
        return role != null && account.hasRole(role);
    }

    Response signIn() {
        return door.signIn();
    }

    /** True for a browser whose session proved enough, only longer ago than that holds. */
    boolean isOver() {
        return over().isPresent();
    }

    /** True if the form came from a page of that session. */
    boolean isLate(String token) {
        return over().filter(visit -> door.isOwn(visit.session().getId(), token))
                .isPresent();
    }

    private Optional<Visit> over() {
        return door.visit()
                .filter(visit -> visit.reached(AssuranceLevel.EIDAS2) && !visit.holds(AssuranceLevel.EIDAS2, now));
    }

    Response signInAgain(String page) {
        return door.signInAgain(page);
    }

    Response signedIn(@Nullable String state) {
        return door.signedIn(state);
    }

    /** What a form of this officer must bring. */
    String formToken(Officer officer) {
        return door.formToken(officer.session());
    }

    /** True if the form came from a page of this officer's session. */
    boolean isOwn(Officer officer, @Nullable String token) {
        return door.isOwn(officer.session(), token);
    }
}
