package fr.tessere.citizen.passkey;

import fr.tessere.citizen.account.KeptIdentities;
import fr.tessere.citizen.page.CitizenTexts;
import fr.tessere.citizen.page.Sheet;
import fr.tessere.citizen.page.Step;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.token.IdentityNote;
import fr.tessere.protocol.reading.RefusalCode;
import java.util.Optional;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.browser.WebAuthnPasswordlessAuthenticator;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The step "passkey", in place of a reading: Keycloak checks the signature, the page and the words are ours. */
final class PasskeyStep extends Step {
    private static final String PAGE = "tessere-passkey.ftl";

    private final Reception reception;
    private final WebAuthnPasswordlessAuthenticator webAuthn;

    PasskeyStep(KeycloakSession session) {
        reception = Reception.of(session);
        webAuthn = new WebAuthnPasswordlessAuthenticator(session);
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        show(context, Optional.empty());
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        String step = field(context, "step");
        if (step.equals("leave")) {
            reception.leave(context, RefusalCode.READING_CANCELLED);
        } else if (step.equals("document") || step.equals("again")) {
            context.resetFlow();
        } else if (!field(context, WebAuthnConstants.ERROR).isEmpty()
                || field(context, WebAuthnConstants.USER_HANDLE).isEmpty()) {
            refuse(context);
        } else {
            webAuthn.action(context);
            if (context.getStatus() == FlowStatus.SUCCESS) {
                admit(context);
            } else {
                refuse(context);
            }
        }
    }

    private void admit(AuthenticationFlowContext context) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        Optional<String> identity = new KeptIdentities(context.getSession()).find(context.getUser());
        identity.ifPresent(text -> browser.setUserSessionNote(IdentityNote.NAME, text));
        reception.passkeyShown(context);
    }

    private void refuse(AuthenticationFlowContext context) {
        show(context, Optional.of(RefusalCode.PASSKEY_FAILED));
    }

    private void show(AuthenticationFlowContext context, Optional<RefusalCode> wrong) {
        Sheet sheet = Sheet.of(context, reception);
        wrong.ifPresent(sheet::wrong);
        LoginFormsProvider form = webAuthn.fillContextForm(context);
        if (form == null) {
            // somebody is signed in here who has none
            context.challenge(reception.refused(context, RefusalCode.PASSKEY_FAILED));
        } else {
            form.setAttribute("text", new CitizenTexts(reception.locale()));
            context.challenge(sheet.page(PAGE));
        }
    }
}
