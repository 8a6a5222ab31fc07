package fr.tessere.citizen.passkey;

import com.webauthn4j.verifier.attestation.trustworthiness.certpath.CertPathTrustworthinessVerifier;
import fr.tessere.citizen.account.KeptIdentity;
import fr.tessere.citizen.mail.Message;
import fr.tessere.citizen.mail.Post;
import fr.tessere.citizen.page.CitizenTexts;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.login.RefusalText;
import fr.tessere.keycloak.login.SessionIdentity;
import fr.tessere.keycloak.token.Method;
import fr.tessere.keycloak.token.Methods;
import fr.tessere.protocol.reading.RefusalCode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegister;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Enrols a passkey for somebody who showed card and code within the last quarter of an hour: a passkey never comes from a
 * passkey. By which document, and who the person is, sealed, is kept from then on, since no document will be read.
 */
final class PasskeyEnrolment extends WebAuthnPasswordlessRegister {
    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final String REFUSED = "tessere-refused.ftl";

    private final KeycloakSession session;
    private final Reception reception;

    PasskeyEnrolment(KeycloakSession session, CertPathTrustworthinessVerifier verifier) {
        super(session, verifier);
        this.session = session;
        reception = Reception.of(session);
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (entitled(context)) {
            ask(context, Optional.empty());
        } else {
            context.getEvent().error(RefusalCode.PASSKEY_NEEDS_CARD.word());
            context.challenge(fill(context.form(), RefusalCode.PASSKEY_NEEDS_CARD)
                    .setAttribute("refusal", RefusalCode.PASSKEY_NEEDS_CARD.word())
                    .setAttribute("again", false)
                    .setAttribute("cancel", reception.service(context.getAuthenticationSession()))
                    .createForm(REFUSED));
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        String error = form.getFirst(WebAuthnConstants.ERROR);
        String label = form.getFirst(WebAuthnConstants.AUTHENTICATOR_LABEL);
        if (!entitled(context)) {
            requiredActionChallenge(context);
            return;
        }
        if (error != null && !error.isEmpty()) {
            ask(context, Optional.of(RefusalCode.PASSKEY_FAILED));
            return;
        }
        Passkeys passkeys = new Passkeys(session, context.getUser());
        if (label != null && passkeys.hasLabel(label)) {
            ask(context, Optional.of(RefusalCode.PASSKEY_LABEL_TAKEN));
            return;
        }
        Set<String> before = passkeys.ids();
        super.processAction(context);
        if (context.getStatus() == RequiredActionContext.Status.SUCCESS) {
            identity(context).ifPresent(who -> passkeys.keepForNew(before, new KeptIdentity(who, reception.now())));
            new Post(session).tell(context.getUser(), Message.PASSKEY_ADDED);
        } else {
            ask(context, Optional.of(RefusalCode.PASSKEY_FAILED));
        }
    }

    private void ask(RequiredActionContext context, Optional<RefusalCode> wrong) {
        CitizenTexts text = new CitizenTexts(reception.locale());
        LoginFormsProvider form = context.form()
                .setAttribute("text", text)
                .setAttribute(
                        "freeLabel",
                        new Passkeys(session, context.getUser()).freeLabel(text.of("enrol.label.example")));
        wrong.ifPresent(code -> {
            context.getEvent().error(code.word());
            fill(form, code);
        });
        super.requiredActionChallenge(context);
    }

    private LoginFormsProvider fill(LoginFormsProvider form, RefusalCode code) {
        RefusalText text = reception.text(code);
        return text.on(text.above(form));
    }

    private boolean entitled(RequiredActionContext context) {
        Methods methods = reception.methods(context.getAuthenticationSession(), context.getUser());
        Instant earliest = reception.now().minus(FRESH);
        return methods.since(Method.CHIP, earliest)
                && methods.since(Method.PERSONAL_CODE, earliest)
                && identity(context).isPresent();
    }

    private Optional<SessionIdentity> identity(RequiredActionContext context) {
        return reception.identity(context.getAuthenticationSession(), context.getUser());
    }
}
