package fr.tessere.citizen.identity;

import static fr.tessere.keycloak.door.SealedAnswers.sealed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.citizen.account.EmailProofs;
import fr.tessere.citizen.mail.Post;
import fr.tessere.citizen.page.CitizenTexts;
import fr.tessere.counter.code.CounterCodes;
import fr.tessere.journal.publish.OwnReceipt;
import fr.tessere.keycloak.door.Visit;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.token.StateName;
import fr.tessere.protocol.reading.RefusalCode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.util.LocaleUtil;

/** Fills the pages in the look of the realm's theme. No browser keeps them, and none runs a script. */
final class IdentityPages {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final KeycloakSession session;
    private final Reception reception;
    private final IdentityDoor door;
    private final Optional<Visit> holder;

    IdentityPages(KeycloakSession session, Reception reception, IdentityDoor door, Optional<Visit> holder) {
        this.session = session;
        this.reception = reception;
        this.door = door;
        this.holder = holder;
        LocaleUtil.processLocaleParam(session, session.getContext().getRealm(), null);
    }

    /** Everything on one page. */
    Response overview(String done, Optional<RefusalCode> refusal) {
        Visit known = holder.orElseThrow();
        Overview overview = new Overview(session, reception, known);
        LoginFormsProvider form = form().setAttribute("formToken", door.formToken(known))
                // only what we say ourselves: the word comes from an address
                .setAttribute("done", done.matches("[a-z]{1,20}(-[a-z]{1,20})?") ? done : "")
                .setAttribute("documents", overview.documents())
                .setAttribute("sent", overview.sent())
                .setAttribute("kept", overview.kept())
                .setAttribute("history", overview.history())
                .setAttribute("consents", overview.consents())
                .setAttribute("sessions", overview.sessions())
                .setAttribute("passkeys", overview.passkeys())
                .setAttribute("mail", new Post(session).open())
                .setAttribute("address", EmailProofs.confirmed(known.account()).orElse(""))
                .setAttribute(
                        "addressWaits",
                        new EmailProofs(session)
                                .waiting(known.account(), reception.now())
                                .map(EmailProofs.Waiting::address)
                                .orElse(""));
        refusal.ifPresent(code -> reception.text(code).above(form));
        return sealed(form.setStatus(refusal.isPresent() ? Response.Status.BAD_REQUEST : Response.Status.OK)
                .createForm("tessere-identity.ftl"));
    }

    /** What was checked in one sign-in of the holder's own history; whatever is no line of that is not found. */
    Response receipt(String id) {
        Overview overview = new Overview(session, reception, holder.orElseThrow());
        Optional<SignedInLine> line =
                overview.signIns().stream().filter(own -> own.id().equals(id)).findFirst();
        LoginFormsProvider form = form().setStatus(line.isPresent() ? Response.Status.OK : Response.Status.NOT_FOUND);
        line.ifPresent(own -> {
            form.setAttribute("signIn", overview.shown(List.of(own)).get(0));
            OwnReceipt.of(session, own.receipt(), own.client())
                    .ifPresent(receipt -> form.setAttribute("receipt", receipt)
                            .setAttribute("state", StateName.ofTwoLetters(receipt.country(), reception.locale())));
        });
        return sealed(form.createForm("tessere-receipt.ftl"));
    }

    /** The same data for a machine. */
    Response download() {
        try {
            String json = MAPPER.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(new OwnData(session, reception, holder.orElseThrow()).all());
            return sealed(Response.ok(json, MediaType.APPLICATION_JSON_TYPE)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tessere.json\"")
                    .build());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts and lists can be written", impossible);
        }
    }

    /** For a form of another session, or of none. */
    Response refused() {
        LoginFormsProvider form = form();
        reception.text(RefusalCode.NOT_YOURS).above(form);
        return sealed(form.setStatus(Response.Status.FORBIDDEN).createForm("tessere-identity-refused.ftl"));
    }

    /** The code for an agent, and what to do with it. Shown once: it is kept nowhere in a form that can be read. */
    Response counterCode(String code) {
        return sealed(form().setAttribute("code", code)
                .setAttribute("minutes", CounterCodes.LIFETIME.toMinutes())
                .createForm("tessere-counter-code.ftl"));
    }

    /** What was erased and what is kept. */
    Response deleted() {
        return sealed(form().createForm("tessere-identity-deleted.ftl"));
    }

    private LoginFormsProvider form() {
        return session.getProvider(LoginFormsProvider.class)
                .setAttribute("logMonths", OwnData.logMonths(session))
                .setAttribute("text", new CitizenTexts(reception.locale()))
                .setAttribute("pages", door.pages().toString());
    }
}
