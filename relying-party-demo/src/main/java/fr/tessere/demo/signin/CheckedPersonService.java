package fr.tessere.demo.signin;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Lets through only persons whose token carries a level that opens the door they came through. */
final class CheckedPersonService implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private final OAuth2UserService<OidcUserRequest, OidcUser> persons;

    CheckedPersonService(OAuth2UserService<OidcUserRequest, OidcUser> persons) {
        this.persons = persons;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        String acr = request.getIdToken().getAuthenticationContextClass();
        Door door = Door.of(request.getClientRegistration().getRegistrationId()).orElseThrow();
        if (!door.opensTo(acr)) {
            throw new LevelRefusedException();
        }
        OidcUser person = persons.loadUser(request);
        if (person == null) {
            throw new IllegalStateException("the person service gave nobody");
        }
        return person;
    }
}
