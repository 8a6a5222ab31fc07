package fr.tessere.demo.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads a failed sign-in to the page that says why. Of what the provider wrote only a plain code word passes. */
final class RefusedSignIn implements AuthenticationFailureHandler {
    /** Tessère's refusal codes begin the error's description; a sentence may follow, which is the provider's. */
    private static final Pattern CODE_WORD = Pattern.compile("([a-z][a-z0-9-]{2,39})(: .*)?");

    private static final Logger LOG = LoggerFactory.getLogger(RefusedSignIn.class);

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath(request.getContextPath() + "/refused");
        SignInRefusal refusal = SignInRefusal.OTHER;
        if (failure instanceof OAuth2AuthenticationException oauth) {
            refusal = SignInRefusal.ofError(oauth.getError().getErrorCode());
            String code = codeIn(oauth.getError());
            if (code != null) {
                page.queryParam("code", code);
            }
        }
        // the type only: a message may carry parts of a token
        LOG.info("sign-in refused: {} ({})", refusal.word(), failure.getClass().getSimpleName());
        response.sendRedirect(page.queryParam("reason", refusal.word()).toUriString());
    }

    private static @Nullable String codeIn(OAuth2Error error) {
        String description = error.getDescription();
        Matcher word = CODE_WORD.matcher(description == null ? "" : description);
        return word.matches() ? word.group(1) : null;
    }
}
