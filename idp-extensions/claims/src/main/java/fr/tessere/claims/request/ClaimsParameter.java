package fr.tessere.claims.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameter {@code claims} (OpenID Connect Core §5.5).
 *
 * @param userinfo claims that userinfo shall answer
 * @param idToken claims that the ID token shall carry
 * @param verifiedUserinfo verified claims that userinfo shall answer
 * @param verifiedIdToken verified claims that the ID token shall carry
 */
public record ClaimsParameter(
        Map<String, AskedClaim> userinfo,
        Map<String, AskedClaim> idToken,
        List<VerifiedRequest> verifiedUserinfo,
        List<VerifiedRequest> verifiedIdToken) {
    /** Nothing is asked for. */
    public static final ClaimsParameter NONE = new ClaimsParameter(Map.of(), Map.of(), List.of(), List.of());

    /** Characters; also the longest parameter that Keycloak keeps. */
    static final int LONGEST = 4000;

    private static final int DEEPEST = 10;
    private static final int MOST_CLAIMS = 100;
    private static final String VERIFIED = "verified_claims";

    private static final JsonMapper STRICT = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(LONGEST)
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    public ClaimsParameter {
        userinfo = Map.copyOf(userinfo);
        idToken = Map.copyOf(idToken);
        verifiedUserinfo = List.copyOf(verifiedUserinfo);
        verifiedIdToken = List.copyOf(verifiedIdToken);
    }

    /** Names of all claims that are asked for, in any place. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(userinfo.keySet());
        names.addAll(idToken.keySet());
        verifiedUserinfo.forEach(request -> names.addAll(request.claims().keySet()));
        verifiedIdToken.forEach(request -> names.addAll(request.claims().keySet()));
        return names;
    }

    /** Reads it; refuses what is too long, too deep, said twice, or not what §5.5 describes. */
    public static ClaimsParameter parse(String text) throws MalformedRequestException {
        if (text.length() > LONGEST) {
            throw MalformedRequestException.request(
                    "claims: %d characters, %d are read".formatted(text.length(), LONGEST));
        }
        JsonNode root = tree(text);
        if (!root.isObject()) {
            throw MalformedRequestException.request("claims: no object");
        }
        JsonNode userinfo = member(root, "userinfo");
        JsonNode idToken = member(root, "id_token");
        return new ClaimsParameter(plain(userinfo), plain(idToken), verified(userinfo), verified(idToken));
    }

    private static JsonNode tree(String text) throws MalformedRequestException {
        try {
            JsonNode root = STRICT.readTree(text);
            return root == null ? STRICT.missingNode() : root;
        } catch (JsonProcessingException notStrict) {
            throw MalformedRequestException.request("claims: no JSON, or said twice, or too deep");
        }
    }

    private static JsonNode member(JsonNode root, String name) throws MalformedRequestException {
        JsonNode node = root.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return STRICT.createObjectNode();
        }
        if (!node.isObject() || node.size() > MOST_CLAIMS) {
            throw MalformedRequestException.request("claims: " + name + " is an object of at most 100 claims");
        }
        return node;
    }

    private static Map<String, AskedClaim> plain(JsonNode target) throws MalformedRequestException {
        Map<String, AskedClaim> claims = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> claim : target.properties()) {
            if (!claim.getKey().equals(VERIFIED)) {
                claims.put(claim.getKey(), AskedClaim.of(claim.getValue()));
            }
        }
        return claims;
    }

    private static List<VerifiedRequest> verified(JsonNode target) throws MalformedRequestException {
        JsonNode node = target.path(VERIFIED);
        List<VerifiedRequest> requests = new ArrayList<>();
        if (node.isObject()) {
            requests.add(VerifiedRequest.of(node));
        } else if (node.isArray() && !node.isEmpty()) {
            for (JsonNode one : node) {
                requests.add(VerifiedRequest.of(one));
            }
        } else if (!node.isMissingNode()) {
            throw MalformedRequestException.request("claims: verified_claims is an object or a list of them");
        }
        return requests;
    }
}
