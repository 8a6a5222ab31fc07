package fr.tessere.release.level;

import fr.tessere.keycloak.login.Demand;
import fr.tessere.keycloak.login.NamedSubject;
import fr.tessere.keycloak.login.ServiceError;
import fr.tessere.keycloak.login.SignInFacts;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.assurance.AssuranceLevel;
import java.util.Optional;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Behind every way through the flow, a living session's too: a sign-in that did not reach the level that was asked for ends
 * at the service, with {@code unmet_authentication_requirements}, and so does one of a person whom the service did not mean. A client with a flow of its own is not a service.
 */
final class LevelGuard implements RequiredActionProvider {
    private final KeycloakSession session;

    LevelGuard(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        // the event of this request becomes the one that says that somebody signed in
        SignInFacts.tell(context.getEvent(), browser);
        boolean service =
                browser.getClient().getAuthenticationFlowBindingOverride(AuthenticationFlowBindings.BROWSER_BINDING)
                        == null;
        if (service && !(isReached(browser) && isMeant(context))) {
            browser.addRequiredAction(LevelGuardFactory.ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        if (!isReached(browser)) {
            context.getEvent().error(RefusalCode.LEVEL_NOT_REACHED.word());
            context.challenge(ServiceError.of(session).send(browser, RefusalCode.LEVEL_NOT_REACHED));
        } else if (!isMeant(context)) {
            context.getEvent().error(OAuthErrorException.LOGIN_REQUIRED);
            context.challenge(ServiceError.of(session).somebodyElse(browser));
        } else {
            context.success();
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        requiredActionChallenge(context);
    }

    private boolean isMeant(RequiredActionContext context) {
        return new NamedSubject(session).mayBe(context.getAuthenticationSession(), context.getUser());
    }

    private boolean isReached(AuthenticationSessionModel browser) {
        Optional<AssuranceLevel> reached =
                Levels.ofNumber(new AcrStore(session, browser).getLevelOfAuthenticationFromCurrentAuthentication());
        return reached.flatMap(level -> Demand.level(browser).flatMap(asked -> asked.told(level)))
                .isPresent();
    }

    @Override
    public void close() {}
}
