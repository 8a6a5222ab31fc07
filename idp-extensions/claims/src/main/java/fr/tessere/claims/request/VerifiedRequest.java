package fr.tessere.claims.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request for verified claims (OpenID Connect for Identity Assurance 1.0 §6).
 *
 * @param verification the elements of the verification that are asked for, as they are asked for
 * @param claims the claims that are asked for
 */
public record VerifiedRequest(JsonNode verification, Map<String, AskedClaim> claims) {
    public VerifiedRequest {
        claims = Map.copyOf(claims);
    }

    static VerifiedRequest of(JsonNode node) throws MalformedRequestException {
        JsonNode verification = node.path("verification");
        JsonNode asked = node.path("claims");
        AskedVerification.require(verification);
        if (!verification.isObject() || !verification.has("trust_framework")) {
            throw MalformedRequestException.request("verified_claims: verification names a trust_framework, or null");
        }
        if (!asked.isObject() || asked.isEmpty()) {
            throw MalformedRequestException.request("verified_claims: claims is an object that is not empty");
        }
        Map<String, AskedClaim> claims = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> claim : asked.properties()) {
            claims.put(claim.getKey(), AskedClaim.of(claim.getValue()));
        }
        return new VerifiedRequest(verification, claims);
    }
}
