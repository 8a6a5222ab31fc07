package fr.tessere.demo.register;

import com.nimbusds.jwt.JWTClaimNames;
import fr.tessere.demo.settings.AssuranceLevel;
import fr.tessere.demo.settings.DemoSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Which access tokens open the register: of the provider, for the register and for nobody else, bound to no key, and of a
 * sign-in that is strong and young enough.
 */
@Component
final class AccessRules {
    /** The least level. */
    static final AssuranceLevel LEVEL = AssuranceLevel.EIDAS2;
    /** The greatest age of the sign-in. */
    static final Duration AGE = Duration.ofMinutes(15);

    private static final StepUp STEP_UP = new StepUp(LEVEL.word(), (int) AGE.toSeconds());

    private final JwtDecoder tokens;
    private final Clock clock;

    AccessRules(DemoSettings settings, Clock clock) {
        this.clock = clock;
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(settings.endpoint("certs"))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuer().toString()),
                new JwtClaimValidator<List<String>>(
                        JWTClaimNames.AUDIENCE,
                        audience -> audience != null
                                && audience.contains(settings.register().toString())),
                AccessRules::unbound));
        tokens = decoder;
    }

    /** Who presents a bound token must prove the key (RFC 9449, RFC 8705), and this register cannot check that. */
    private static OAuth2TokenValidatorResult unbound(Jwt token) {
        return token.hasClaim("cnf")
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN))
                : OAuth2TokenValidatorResult.success();
    }

    /** The token, if it is one; its sign-in may still be too weak. */
    Optional<Jwt> read(String token) {
        try {
            return Optional.of(tokens.decode(token));
        } catch (JwtException refused) {
            return Optional.empty();
        }
    }

    /** What the sign-in behind this token lacks; empty if it is enough. */
    Optional<StepUp> lacks(Jwt token) {
        boolean strong = Optional.ofNullable(token.getClaimAsString("acr"))
                .flatMap(AssuranceLevel::of)
                .map(level -> level.reaches(LEVEL))
                .orElse(false);
        Instant signedIn = token.getClaimAsInstant("auth_time");
        boolean young = signedIn != null && !signedIn.plus(AGE).isBefore(clock.instant());
        return strong && young ? Optional.empty() : Optional.of(STEP_UP);
    }
}
