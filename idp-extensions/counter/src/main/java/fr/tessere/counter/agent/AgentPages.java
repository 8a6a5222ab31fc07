package fr.tessere.counter.agent;

import static fr.tessere.keycloak.door.SealedAnswers.sealed;

import fr.tessere.counter.code.Offer;
import fr.tessere.keycloak.door.Visit;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.token.DocumentKind;
import fr.tessere.keycloak.token.SignedInCitizen;
import fr.tessere.keycloak.token.StateName;
import fr.tessere.protocol.reading.RefusalCode;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Fills the agents' pages in the look of the realm's theme. No browser keeps them, and none runs a script. */
final class AgentPages {
    /** What the first page can say of what was sent before. */
    private static final Set<String> DONE = Set.of("confirmed", "refused", AgentDoor.LATE);

    private final KeycloakSession session;
    private final Reception reception;
    private final AgentDoor door;

    AgentPages(KeycloakSession session, Reception reception, AgentDoor door) {
        this.session = session;
        this.reception = reception;
        this.door = door;
    }

    /** Where a code is typed. */
    Response start(Visit agent, String done, Optional<RefusalCode> wrong) {
        LoginFormsProvider form = form().setAttribute("formToken", door.formToken(agent))
                // only what we say ourselves: the word comes from an address
                .setAttribute("done", DONE.contains(done) ? done : "");
        wrong.ifPresent(code -> reception.text(code).above(form));
        return sealed(status(form, wrong).createForm("agent-start.ftl"));
    }

    /** What has to be compared, the checks, and the two decisions. */
    Response compare(Visit agent, String number, Offer offer, Optional<RefusalCode> wrong) {
        SignedInCitizen citizen = offer.citizen();
        LoginFormsProvider form = form().setAttribute("formToken", door.formToken(agent))
                .setAttribute("number", number)
                .setAttribute("kind", DocumentKind.word(citizen.documentType()))
                .setAttribute("state", StateName.of(citizen.issuingState(), reception.locale()))
                .setAttribute("familyName", citizen.familyName())
                .setAttribute("givenNames", citizen.givenNames())
                .setAttribute("birthDate", citizen.birthDate().text())
                .setAttribute("specimen", citizen.specimen())
                .setAttribute("checks", AgentDesk.CHECKS)
                .setAttribute(
                        "causes",
                        Arrays.stream(RefusalCause.values())
                                .map(RefusalCause::word)
                                .toList())
                .setAttribute("minutes", minutes(offer));
        wrong.ifPresent(code -> reception.text(code).above(form));
        return sealed(status(form, wrong).createForm("agent-compare.ftl"));
    }

    private long minutes(Offer offer) {
        return Math.max(
                1,
                Duration.between(reception.now(), offer.until()).plusSeconds(30).toMinutes());
    }

    /** To the case that was taken, so that reloading takes nothing twice. */
    Response toCase(String number) {
        return away("/cases/" + number);
    }

    /** Back to the start after a decision. */
    Response done(String word) {
        return away("?done=" + word);
    }

    private Response away(String where) {
        return sealed(Response.seeOther(URI.create(door.pages() + where)).build());
    }

    /** For those who may not come in; whoever signed in reads the name of the account, which the administrator needs. */
    Response refused(Optional<Visit> visitor) {
        return sealed(form().setStatus(Response.Status.FORBIDDEN)
                .setAttribute(
                        "account",
                        visitor.map(Visit::account).map(UserModel::getUsername).orElse(""))
                .createForm("agent-refused.ftl"));
    }

    private static LoginFormsProvider status(LoginFormsProvider form, Optional<RefusalCode> wrong) {
        return form.setStatus(wrong.isPresent() ? Response.Status.BAD_REQUEST : Response.Status.OK);
    }

    private LoginFormsProvider form() {
        return session.getProvider(LoginFormsProvider.class)
                .setAttribute("text", new CounterTexts(reception.locale()))
                .setAttribute("pages", door.pages().toString());
    }
}
