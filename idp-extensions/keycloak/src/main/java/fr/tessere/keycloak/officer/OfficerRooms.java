package fr.tessere.keycloak.officer;

import fr.tessere.keycloak.proposal.ConfirmedSigners;
import fr.tessere.keycloak.proposal.Deed;
import fr.tessere.keycloak.proposal.DocumentDeed;
import fr.tessere.keycloak.proposal.FourEyes;
import fr.tessere.keycloak.proposal.RuleDeed;
import fr.tessere.keycloak.proposal.SwitchDeed;
import fr.tessere.keycloak.proposal.TrustDeed;
import fr.tessere.keycloak.settings.OfficerSettings;
import fr.tessere.keycloak.status.OfficerAct;
import fr.tessere.keycloak.status.OfficerDesk;
import fr.tessere.keycloak.status.RealmStanding;
import fr.tessere.keycloak.status.StatusEquipment;
import java.time.Instant;
import java.util.Map;
import org.keycloak.models.KeycloakSession;

/** The pages of one officer in one request, each with what it uses. */
final class OfficerRooms {
    private final KeycloakSession session;
    private final OfficerEquipment equipment;
    private final OfficerPages pages;
    private final OfficerDoor door;
    private final Officer officer;

    OfficerRooms(
            KeycloakSession session,
            OfficerEquipment equipment,
            OfficerPages pages,
            OfficerDoor door,
            Officer officer) {
        this.session = session;
        this.equipment = equipment;
        this.pages = pages;
        this.door = door;
        this.officer = officer;
    }

    SwitchPages switches() {
        return new SwitchPages(desk(), standing(), proposals(), frame());
    }

    DocumentPages documents() {
        return new DocumentPages(desk(), standing(), proposals(), frame());
    }

    ImportPages imports() {
        return new ImportPages(desk(), standing(), eyes(), proposals(), frame(), equipment.status());
    }

    ProposalPages proposals() {
        return new ProposalPages(eyes(), frame(), officer, new LockOut(session, equipment));
    }

    AlertPages alerts() {
        return new AlertPages(session, eyes(), proposals(), frame(), officer, equipment.now());
    }

    OverviewPages overview() {
        return new OverviewPages(session, equipment.trust().state(), eyes(), frame(), equipment.now());
    }

    LogSearchPages search() {
        return new LogSearchPages(session, frame(), officer, equipment.again(), equipment.now());
    }

    LogPages log() {
        return new LogPages(session, frame(), officer);
    }

    TrustPages trust() {
        return new TrustPages(
                equipment.trust().state(), new ConfirmedSigners(session), proposals(), frame(), equipment.now());
    }

    private OfficerFrame frame() {
        return new OfficerFrame(pages, officer, door.formToken(officer));
    }

    private RealmStanding standing() {
        return new RealmStanding(session, equipment.status());
    }

    private OfficerDesk desk() {
        return new OfficerDesk(standing(), equipment.status(), officer.id(), equipment.now());
    }

    private FourEyes eyes() {
        return eyes(session, equipment.status(), equipment.settings(), officer.id(), equipment.now());
    }

    /** What officers do by four eyes, in the name of this one. */
    static FourEyes eyes(
            KeycloakSession session, StatusEquipment status, OfficerSettings settings, String officer, Instant at) {
        OfficerDesk desk = new OfficerDesk(new RealmStanding(session, status), status, officer, at);
        Map<OfficerAct.Area, Deed> deeds = Map.of(
                OfficerAct.Area.SWITCH, new SwitchDeed(desk),
                OfficerAct.Area.DOCUMENT, new DocumentDeed(desk),
                OfficerAct.Area.RULE, new RuleDeed(session, desk),
                OfficerAct.Area.TRUST, new TrustDeed(new ConfirmedSigners(session), desk, at));
        return new FourEyes(session, settings, deeds, officer, at);
    }
}
