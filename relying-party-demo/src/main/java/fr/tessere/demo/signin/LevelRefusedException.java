package fr.tessere.demo.signin;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The provider signed somebody in, but not at a level this service can rely on. */
final class LevelRefusedException extends OAuth2AuthenticationException {
    static final String CODE = "level_refused";
    private static final long serialVersionUID = 1;

    LevelRefusedException() {
        super(new OAuth2Error(CODE), "the acr of the ID token is missing, unknown or lower than asked");
    }
}
