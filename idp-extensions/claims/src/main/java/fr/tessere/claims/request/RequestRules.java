package fr.tessere.claims.request;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules of an authentication request that hold for every service (RFC 6749 §3.1, OpenID Connect Core §3.1.2.1). */
public final class RequestRules {
    private static final int LONGEST_SCOPE = 1000;
    private static final int MOST_SCOPES = 50;
    private static final int MOST_PARAMETERS = 40;
    /** Signed texts, which Keycloak reads whole; the longest form that it takes bounds them. */
    private static final Set<String> SIGNED = Set.of("request", "client_assertion");

    private RequestRules() {}

    /**
     * Refuses a request that breaks one.
     *
     * @param parameters all that came, names with their values
     */
    public static void require(Map<String, List<String>> parameters) throws MalformedRequestException {
        if (parameters.size() > MOST_PARAMETERS) {
            throw MalformedRequestException.request("more than 40 parameters");
        }
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            requireText(parameter.getKey(), parameter.getValue());
        }
        if (parameters.containsKey("max_age")
                && !parameters.get("max_age").get(0).matches("[0-9]{1,9}")) {
            throw MalformedRequestException.request("max_age is a number of seconds");
        }
    }

    /**
     * Refuses scopes and prompts that break a rule, wherever they came from: parameter, pushed or signed request.
     *
     * @param scope empty if not sent
     * @param prompt empty if not sent
     */
    public static void requireParsed(String scope, String prompt) throws MalformedRequestException {
        requireScope(scope);
        requirePrompt(prompt);
    }

    /** Sent once, in UTF-8, within Keycloak's longest parameter: Keycloak leaves a longer one out without a word. */
    private static void requireText(String name, List<String> values) throws MalformedRequestException {
        if (values.size() != 1) {
            throw MalformedRequestException.request("a parameter was sent more than once");
        }
        String value = values.get(0);
        if (!SIGNED.contains(name) && value.length() > ClaimsParameter.LONGEST) {
            String rule = "a parameter of %d characters, %d are read";
            throw MalformedRequestException.request(rule.formatted(value.length(), ClaimsParameter.LONGEST));
        }
        // U+FFFD is what the server makes of bytes that are not UTF-8
        boolean broken = value.indexOf('\uFFFD') >= 0 || value.chars().anyMatch(RequestRules::isControl);
        if (broken || name.indexOf('\uFFFD') >= 0) {
            throw MalformedRequestException.request("a parameter that is not text in UTF-8");
        }
    }

    /** RFC 6749 §3.3: visible ASCII without quotation mark and backslash, separated by spaces; openid among them. */
    private static void requireScope(String scope) throws MalformedRequestException {
        List<String> words = Arrays.asList(scope.split(" "));
        if (scope.length() > LONGEST_SCOPE || words.size() > MOST_SCOPES) {
            throw MalformedRequestException.scope("more than 50 scopes, or more than 1000 characters");
        }
        if (scope.isEmpty()) {
            throw MalformedRequestException.scope("openid is not among the scopes");
        }
        if (!scope.matches("[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]+")) {
            throw MalformedRequestException.scope("a scope has a character that RFC 6749 §3.3 does not allow");
        }
        if (!words.contains("openid")) {
            throw MalformedRequestException.scope("openid is not among the scopes");
        }
    }

    private static void requirePrompt(String prompt) throws MalformedRequestException {
        List<String> words = Arrays.asList(prompt.split(" "));
        if (words.contains("none") && words.size() > 1) {
            throw MalformedRequestException.request("prompt: none stands alone");
        }
        if (words.contains("create")) {
            throw MalformedRequestException.request("prompt: accounts are not created here");
        }
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
