package fr.tessere.citizen.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tessere.citizen.page.CitizenTexts;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.Wording;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.util.LocaleUtil;

/** Fills the pages in the look of the realm's theme. No browser keeps them, and none runs a script. */
final class IdentityPages {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    private final KeycloakSession session;
    private final Reception reception;
    private final IdentityDoor door;
    private final Optional<Holder> holder;

    IdentityPages(KeycloakSession session, Reception reception, IdentityDoor door, Optional<Holder> holder) {
        this.session = session;
        this.reception = reception;
        this.door = door;
        this.holder = holder;
        LocaleUtil.processLocaleParam(session, session.getContext().getRealm(), null);
    }

    /** Everything on one page. */
    Response overview(String done, Optional<RefusalCode> refusal) {
        Holder known = holder.orElseThrow();
        Overview overview = new Overview(session, reception, known);
        LoginFormsProvider form = form().setAttribute("formToken", door.formToken(known))
                // only what we say ourselves: the word comes from an address
                .setAttribute("done", done.matches("[a-z]{1,20}(-[a-z]{1,20})?") ? done : "")
                .setAttribute("documents", overview.documents())
                .setAttribute("sent", overview.sent())
                .setAttribute("history", overview.history())
                .setAttribute("consents", overview.consents())
                .setAttribute("sessions", overview.sessions())
                .setAttribute("passkeys", overview.passkeys());
        refusal.ifPresent(code -> refuse(form, code));
        return sealed(form.setStatus(refusal.isPresent() ? Response.Status.BAD_REQUEST : Response.Status.OK)
                .createForm("tessere-identity.ftl"));
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
        refuse(form, RefusalCode.NOT_YOURS);
        return sealed(form.setStatus(Response.Status.FORBIDDEN).createForm("tessere-identity-refused.ftl"));
    }

    /** What was erased and what is kept. */
    Response deleted() {
        return sealed(form().createForm("tessere-identity-deleted.ftl"));
    }

    private void refuse(LoginFormsProvider form, RefusalCode code) {
        Wording wording = new Wording(reception.locale());
        form.setAttribute("wrong", code.word())
                .setAttribute("wrongHappened", wording.happened(code))
                .setAttribute("wrongNext", wording.next(code))
                .setAttribute("wrongHelp", reception.help(code));
    }

    private LoginFormsProvider form() {
        return session.getProvider(LoginFormsProvider.class)
                .setAttribute("text", new CitizenTexts(reception.locale()))
                .setAttribute("pages", door.pages().toString());
    }

    private static Response sealed(Response response) {
        return Response.fromResponse(response)
                .header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", null)
                .header("Content-Security-Policy", POLICY)
                .build();
    }
}
