package fr.tessere.demo.page;

import com.nimbusds.jwt.JWTParser;
import fr.tessere.demo.signin.AskedRequest;
import jakarta.servlet.http.HttpSession;
import java.text.ParseException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was asked and what came back, word for word, for those who build such a service.
 *
 * @param request the parameters of the authorization request
 * @param idToken the claims of the ID token, JSON
 * @param userinfo the answer of userinfo, JSON
 */
public record Behind(SortedMap<String, String> request, String idToken, String userinfo) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Behind of(OidcUser person, HttpSession session) {
        Object asked = session.getAttribute(AskedRequest.NAME);
        SortedMap<String, String> request = asked instanceof AskedRequest known ? known.parameters() : new TreeMap<>();
        OidcUserInfo info = person.getUserInfo();
        return new Behind(
                request, claims(person.getIdToken().getTokenValue()), pretty(info == null ? null : info.getClaims()));
    }

    /** The claims as the provider wrote them, before any library made objects of them. */
    private static String claims(String token) {
        try {
            return pretty(JWTParser.parse(token).getJWTClaimsSet().toJSONObject());
        } catch (ParseException checkedBefore) {
            throw new IllegalStateException(checkedBefore);
        }
    }

    private static String pretty(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }
}
