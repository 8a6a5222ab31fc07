package fr.tessere.demo.signin;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Lets through only persons whose token carries a level that reaches the one asked. */
final class CheckedPersonService implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private final OAuth2UserService<OidcUserRequest, OidcUser> persons;
    private final LevelCheck level;

    CheckedPersonService(OAuth2UserService<OidcUserRequest, OidcUser> persons, LevelCheck level) {
        this.persons = persons;
        this.level = level;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        String acr = request.getIdToken().getAuthenticationContextClass();
        level.provenBy(acr).orElseThrow(LevelRefusedException::new);
        OidcUser person = persons.loadUser(request);
        if (person == null) {
            throw new IllegalStateException("the person service gave nobody");
        }
        return person;
    }
}
