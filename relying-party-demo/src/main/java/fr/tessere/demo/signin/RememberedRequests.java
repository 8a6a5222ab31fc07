package fr.tessere.demo.signin;

import fr.tessere.demo.register.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Passes on what a resource server wants of the sign-in (RFC 9470 §4), and keeps what was asked last beside the session, for
 * the person who wants to see it.
 */
final class RememberedRequests implements OAuth2AuthorizationRequestResolver {
    private final OAuth2AuthorizationRequestResolver requests;

    RememberedRequests(OAuth2AuthorizationRequestResolver requests) {
        this.requests = requests;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest call) {
        return remember(call.getSession(), requests.resolve(call));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest call, String registration) {
        return remember(call.getSession(), requests.resolve(call, registration));
    }

    private static @Nullable OAuth2AuthorizationRequest remember(
            HttpSession session, @Nullable OAuth2AuthorizationRequest first) {
        OAuth2AuthorizationRequest request = passOn(session, first);
        if (request != null) {
            TreeMap<String, String> parameters = new TreeMap<>();
            UriComponentsBuilder.fromUriString(request.getAuthorizationRequestUri())
                    .build()
                    .getQueryParams()
                    .toSingleValueMap()
                    .forEach((name, value) -> parameters.put(name, decoded(value)));
            session.setAttribute(AskedRequest.NAME, new AskedRequest(parameters));
        }
        return request;
    }

    /** Once: the sign-in after it asks as usual. */
    private static @Nullable OAuth2AuthorizationRequest passOn(
            HttpSession session, @Nullable OAuth2AuthorizationRequest request) {
        if (request == null || !(session.getAttribute(StepUp.NAME) instanceof StepUp wanted)) {
            return request;
        }
        session.removeAttribute(StepUp.NAME);
        return OAuth2AuthorizationRequest.from(request)
                .additionalParameters(extra -> {
                    extra.put("acr_values", wanted.acrValues());
                    extra.put("max_age", wanted.maxAge());
                })
                .build();
    }

    private static String decoded(@Nullable String value) {
        return value == null ? "" : java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8);
    }
}
