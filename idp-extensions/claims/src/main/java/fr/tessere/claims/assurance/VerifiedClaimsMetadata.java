package fr.tessere.claims.assurance;

import fr.tessere.claims.request.ScopeContents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a provider's metadata must say of {@code verified_claims} (OpenID Connect for Identity Assurance 1.0, OP metadata). */
public final class VerifiedClaimsMetadata {
    /** What {@code document_details} calls the documents. */
    static final List<String> DOCUMENTS = List.of("idcard", "passport", "residence_permit");

    /** What people say of themselves, and what says where claims come from. */
    private static final Set<String> NEVER_VERIFIED =
            Set.of("email", "email_verified", "preferred_username", "claim_origins");

    private VerifiedClaimsMetadata() {}

    /** The members of the metadata by name. */
    public static Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("verified_claims_supported", true);
        members.put("trust_frameworks_supported", List.of(VerificationTree.TRUST_FRAMEWORK));
        members.put("evidence_supported", List.of(VerificationTree.EVIDENCE));
        members.put("documents_supported", DOCUMENTS);
        members.put("documents_check_methods_supported", VerificationTree.CHECK_METHODS);
        members.put("claims_in_verified_claims_supported", claims());
        return members;
    }

    /** The claims that can be verified. */
    static List<String> claims() {
        Set<String> claims = new TreeSet<>(ScopeContents.allowed(ScopeContents.names()));
        claims.removeAll(NEVER_VERIFIED);
        return List.copyOf(claims);
    }
}
