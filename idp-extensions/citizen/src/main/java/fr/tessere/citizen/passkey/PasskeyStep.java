package fr.tessere.citizen.passkey;

import fr.tessere.citizen.account.KeptIdentity;
import fr.tessere.citizen.page.CitizenTexts;
import fr.tessere.citizen.page.Sheet;
import fr.tessere.citizen.page.Step;
import fr.tessere.citizen.passkey.Passkeys.Passkey;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.protocol.reading.RefusalCode;
import java.util.Optional;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.browser.WebAuthnPasswordlessAuthenticator;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

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
            show(context, Optional.of(RefusalCode.PASSKEY_FAILED));
        } else {
            check(context);
        }
    }

    private void check(AuthenticationFlowContext context) {
        Optional<UserModel> before = Optional.ofNullable(context.getUser());
        webAuthn.action(context);
        if (context.getStatus() != FlowStatus.SUCCESS) {
            show(context, Optional.of(RefusalCode.PASSKEY_FAILED));
            return;
        }
        UserModel account = context.getUser();
        // Keycloak has just verified the signature of the credential that this field names
        Optional<Passkey> shown =
                new Passkeys(context.getSession(), account).shown(field(context, WebAuthnConstants.CREDENTIAL_ID));
        Optional<RefusalCode> wrong = shown.isEmpty()
                ? Optional.of(RefusalCode.PASSKEY_FAILED)
                : new PasskeyStanding(context.getSession(), account)
                        .refusal(shown.get(), reception.asked(context.getAuthenticationSession()));
        if (wrong.isPresent()) {
            // the event says whose passkey it was, but nobody is signed in
            context.getEvent().user(account);
            context.clearUser();
            before.ifPresent(context::setUser);
            show(context, wrong);
        } else {
            shown.flatMap(Passkey::kept)
                    .map(KeptIdentity::identity)
                    .ifPresent(who -> reception.passkeyShown(context, who));
        }
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
