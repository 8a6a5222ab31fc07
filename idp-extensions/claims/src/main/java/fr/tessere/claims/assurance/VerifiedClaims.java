package fr.tessere.claims.assurance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.claims.request.AskedClaim;
import fr.tessere.claims.request.VerifiedRequest;
import fr.tessere.verification.assurance.AssuranceLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers requests for {@code verified_claims}. Only what a State signed is in {@code available}. */
public final class VerifiedClaims {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode verification;
    private final Map<String, Object> available;

    /**
     * What could be answered.
     *
     * @param document how it was verified
     * @param level the level of the sign-in
     * @param available claims that a State signed and that the service may have
     */
    public VerifiedClaims(CheckedDocument document, AssuranceLevel level, Map<String, Object> available) {
        verification = VerificationTree.of(document, level);
        this.available = Map.copyOf(available);
    }

    /** One answer for each request that can be satisfied; nothing if none can. */
    public List<JsonNode> answer(List<VerifiedRequest> requests, Instant at) {
        List<JsonNode> answers = new ArrayList<>();
        requests.forEach(request -> answer(request, at).ifPresent(answers::add));
        return answers;
    }

    private Optional<JsonNode> answer(VerifiedRequest request, Instant at) {
        Optional<JsonNode> said = new Cut(at).of(verification, request.verification());
        ObjectNode claims = JSON.createObjectNode();
        for (Map.Entry<String, AskedClaim> asked : request.claims().entrySet()) {
            JsonNode value = JSON.valueToTree(available.get(asked.getKey()));
            // §6.5: what is not known, or is not as it is asked for, is left out, essential or not
            if (!value.isNull() && asked.getValue().accepts(value)) {
                claims.set(asked.getKey(), value);
            }
        }
        if (said.isEmpty() || claims.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.set("verification", said.get());
        answer.set("claims", claims);
        return Optional.of(answer);
    }
}
