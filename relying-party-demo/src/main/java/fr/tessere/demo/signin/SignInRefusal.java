package fr.tessere.demo.signin;

import java.util.Arrays;
import java.util.Set;

/** Why nobody was signed in, as far as a person needs to know. The word stands in the page's address and in its texts. */
public enum SignInRefusal {
    /** The token's level is missing, unknown or lower than asked: found by this service. */
    LEVEL_TOO_LOW("level-too-low", Set.of(LevelRefusedException.CODE)),
    /** The provider could not reach the level asked (OpenID Connect Core Unmet Authentication Requirements). */
    LEVEL_NOT_REACHED("level-not-reached", Set.of("unmet_authentication_requirements")),
    /** The person or the provider said no; the provider may add a code. */
    DENIED("denied", Set.of("access_denied")),
    /** The answer belongs to no sign-in that this browser began here, or to an old one. */
    NOT_BEGUN_HERE("not-begun-here", Set.of("authorization_request_not_found", "invalid_state_parameter")),
    /** The provider asks to try later. */
    LATER("later", Set.of("temporarily_unavailable", "server_error", "login_required", "interaction_required")),
    /** A signature, address, nonce or time in the provider's answer does not hold. */
    TOKEN("token", Set.of("invalid_id_token", "invalid_nonce", "invalid_token_response", "missing_signature_verifier")),
    /** Anything else. */
    OTHER("other", Set.of());

    private final String word;
    private final Set<String> errors;

    SignInRefusal(String word, Set<String> errors) {
        this.word = word;
        this.errors = errors;
    }

    /** The stable word. */
    public String word() {
        return word;
    }

    /** The refusal of this word; {@link #OTHER} for any other word. */
    public static SignInRefusal of(String word) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.word.equals(word))
                .findFirst()
                .orElse(OTHER);
    }

    /** The refusal behind an OAuth error code; {@link #OTHER} for one that is not known here. */
    static SignInRefusal ofError(String error) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.errors.contains(error))
                .findFirst()
                .orElse(OTHER);
    }
}
