package fr.tessere.keycloak.login;

import com.fasterxml.jackson.databind.node.TextNode;
import fr.tessere.claims.request.AskedClaim;
import fr.tessere.claims.request.ClaimsParameter;
import fr.tessere.claims.request.MalformedRequestException;
import fr.tessere.keycloak.token.PairwiseSubjectMapper;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;
import org.keycloak.representations.IDToken;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The person whom a service names in its request: by {@code id_token_hint}, or by a value of the claim {@code sub} (OpenID
 * Connect Core §3.1.2.1, §5.5.1). It is told of that person or of nobody.
 */
public final class NamedSubject {
    private static final String HINT =
            AuthorizationEndpoint.LOGIN_SESSION_NOTE_ADDITIONAL_REQ_PARAMS_PREFIX + OIDCLoginProtocol.ID_TOKEN_HINT;
    private static final String SUBJECT = "sub";

    private final KeycloakSession session;

    /** For the realm of this request. */
    public NamedSubject(KeycloakSession session) {
        this.session = session;
    }

    /** True if the request names this person, or nobody. */
    public boolean mayBe(AuthenticationSessionModel browser, UserModel person) {
        return fitsClaims(browser, person) && fitsHint(browser, person);
    }

    private boolean fitsClaims(AuthenticationSessionModel browser, UserModel person) {
        try {
            ClaimsParameter claims = Demand.claims(browser.getClientNote(OIDCLoginProtocol.CLAIMS_PARAM));
            return Stream.of(claims.idToken(), claims.userinfo())
                    .flatMap(asked -> Stream.ofNullable(asked.get(SUBJECT)))
                    .allMatch(asked -> fits(asked, subject(browser.getClient(), person)));
        } catch (MalformedRequestException refusedBefore) {
            return false;
        }
    }

    private static boolean fits(AskedClaim asked, String subject) {
        return asked.accepts(TextNode.valueOf(subject));
    }

    /** What is no token of this realm, or was encrypted for its service, names nobody. */
    private boolean fitsHint(AuthenticationSessionModel browser, UserModel person) {
        return Optional.ofNullable(browser.getClientNote(HINT))
                .map(hint -> session.tokens().decode(hint, IDToken.class))
                .map(hint -> subject(receiver(hint, browser), person).equals(hint.getSubject()))
                .orElse(true);
    }

    /** A hint may come from another service, which knows the person by another subject. */
    private static ClientModel receiver(IDToken hint, AuthenticationSessionModel browser) {
        return Optional.ofNullable(hint.getIssuedFor())
                .map(browser.getRealm()::getClientByClientId)
                .orElse(browser.getClient());
    }

    private String subject(ClientModel client, UserModel person) {
        return PairwiseSubjectMapper.subject(session, client, person);
    }
}
