package fr.tessere.release.answer;

import fr.tessere.claims.request.AskedClaim;
import fr.tessere.claims.request.ClaimsParameter;
import fr.tessere.claims.request.MalformedRequestException;
import fr.tessere.claims.request.ScopeContents;
import fr.tessere.claims.request.VerifiedRequest;
import fr.tessere.keycloak.login.Demand;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;

/**
 * What a service asks for in one sign-in, of what it is registered for.
 *
 * @param scopes the scopes that were granted
 * @param allowed names of claims that its registration allows
 * @param claims the parameter {@code claims}
 */
public record Asked(Set<String> scopes, Set<String> allowed, ClaimsParameter claims) {
    /**
     * From what Keycloak keeps.
     *
     * @param client the service
     * @param scope the parameter {@code scope}
     * @param claims the parameter {@code claims}
     */
    public static Asked of(ClientModel client, @Nullable String scope, @Nullable String claims) {
        Set<String> registered = new HashSet<>(client.getClientScopes(true).keySet());
        Set<String> granted = new HashSet<>(registered);
        Set<String> optional = client.getClientScopes(false).keySet();
        registered.addAll(optional);
        Arrays.stream(scope == null ? new String[0] : scope.split(" "))
                .filter(optional::contains)
                .forEach(granted::add);
        try {
            return new Asked(granted, ScopeContents.allowed(registered), Demand.claims(claims));
        } catch (MalformedRequestException refusedBefore) {
            return new Asked(granted, ScopeContents.allowed(registered), ClaimsParameter.NONE);
        }
    }

    /** Names of claims for userinfo. */
    Set<String> userinfo() {
        Set<String> names = new LinkedHashSet<>(ScopeContents.answered(scopes));
        names.addAll(claims.userinfo().keySet());
        names.retainAll(allowed);
        return names;
    }

    /** Names of claims for the ID token: only what was asked for it by name. */
    Set<String> idToken() {
        Set<String> names = new LinkedHashSet<>(claims.idToken().keySet());
        names.retainAll(allowed);
        return names;
    }

    /** Names of all claims, in userinfo, ID token and verified claims. */
    public Set<String> all() {
        Set<String> names = claims.names();
        names.addAll(ScopeContents.answered(scopes));
        names.retainAll(allowed);
        return names;
    }

    /** How a claim is asked for by name, wherever it is asked for; the strictest way counts. */
    public Stream<AskedClaim> waysOf(String name) {
        Stream<Map<String, AskedClaim>> places = Stream.concat(
                Stream.of(claims.userinfo(), claims.idToken()),
                Stream.of(claims.verifiedUserinfo(), claims.verifiedIdToken())
                        .flatMap(Collection::stream)
                        .map(VerifiedRequest::claims));
        return places.filter(place -> place.containsKey(name)).map(place -> place.getOrDefault(name, AskedClaim.PLAIN));
    }
}
