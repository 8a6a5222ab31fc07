package fr.tessere.claims.request;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tessere.verification.assurance.AssuranceLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The level that satisfies the service, and how it wants to be told.
 *
 * @param least the level to reach
 * @param named the levels it named, in rising order; empty if it named none
 */
public record AskedLevel(AssuranceLevel least, List<AssuranceLevel> named) {
    public AskedLevel {
        named = List.copyOf(named);
    }

    /**
     * From everything that speaks of a level. Values that one place names are alternatives; places add up, and the highest
     * least level counts. Fails closed: empty if a place names only unknown values, if an essential list (OpenID Connect
     * Core §5.5.1.1) has an unknown one or one below the client's minimum, or if the client's settings are unknown.
     *
     * @param acrValues the parameter {@code acr_values}, separated by spaces, empty if not sent
     * @param claims the parameter {@code claims}
     * @param client what is set for the client
     */
    public static Optional<AskedLevel> of(String acrValues, ClaimsParameter claims, ClientLevels client)
            throws MalformedRequestException {
        List<String> voluntary = words(acrValues);
        Optional<AskedClaim> claim = Optional.ofNullable(claims.idToken().get("acr"));
        List<String> byClaim = texts(claim.map(AskedClaim::values).orElse(List.of()));
        if (voluntary.isEmpty() && byClaim.isEmpty()) {
            voluntary = client.usual();
        }
        Optional<AssuranceLevel> minimum = client.minimum().isEmpty()
                ? Optional.of(AssuranceLevel.EIDAS1)
                : AssuranceLevel.ofAcr(client.minimum());
        List<AssuranceLevel> first = known(voluntary);
        List<AssuranceLevel> second = known(byClaim);
        boolean essential = claim.map(AskedClaim::essential).orElse(false) && !byClaim.isEmpty();
        if (minimum.isEmpty()
                || first.isEmpty() && !voluntary.isEmpty()
                || second.isEmpty() && !byClaim.isEmpty()
                || essential
                        && (second.size() < byClaim.size() || !lowest(second).reaches(minimum.get()))) {
            return Optional.empty();
        }
        AssuranceLevel least = Collections.max(List.of(minimum.get(), lowest(first), lowest(second)));
        return Optional.of(new AskedLevel(least, essential ? second : both(first, second)));
    }

    /**
     * The level to tell: of those that the service named the highest that was reached, and otherwise the one reached. Never
     * more than was reached; empty if that is not enough.
     */
    public Optional<AssuranceLevel> told(AssuranceLevel reached) {
        if (!reached.reaches(least)) {
            return Optional.empty();
        }
        return Optional.of(named.stream()
                .filter(level -> reached.reaches(level) && level.reaches(least))
                .max(Comparator.naturalOrder())
                .orElse(reached));
    }

    private static List<AssuranceLevel> both(List<AssuranceLevel> first, List<AssuranceLevel> second) {
        List<AssuranceLevel> all = new ArrayList<>(first);
        all.addAll(second);
        return all.stream().distinct().sorted().toList();
    }

    private static AssuranceLevel lowest(Collection<AssuranceLevel> levels) {
        return levels.stream().min(Comparator.naturalOrder()).orElse(AssuranceLevel.EIDAS1);
    }

    private static List<AssuranceLevel> known(List<String> values) {
        return values.stream()
                .flatMap(acr -> AssuranceLevel.ofAcr(acr).stream())
                .sorted()
                .toList();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static List<String> texts(List<JsonNode> values) throws MalformedRequestException {
        if (!values.stream().allMatch(JsonNode::isTextual)) {
            throw MalformedRequestException.request("claims: a value of acr is a text");
        }
        return values.stream().map(JsonNode::textValue).toList();
    }
}
