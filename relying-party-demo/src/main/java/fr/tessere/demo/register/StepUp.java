package fr.tessere.demo.register;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a resource server asks of the sign-in behind a token (RFC 9470 §3): a level, and how long ago it may have been.
 *
 * @param acrValues levels that it takes, separated by spaces
 * @param maxAge seconds
 */
public record StepUp(String acrValues, int maxAge) implements Serializable {
    /** Where the session keeps what was asked last, until a sign-in passes it on. */
    public static final String NAME = "step-up";

    private static final String ERROR = "insufficient_user_authentication";
    private static final int LONGEST = 1000;
    private static final Pattern PARAMETER = Pattern.compile("([a-z_]{1,30})=\"([^\"\\\\]{0,300})\"");
    private static final Pattern LEVELS = Pattern.compile("[A-Za-z0-9:._/-]{1,60}( [A-Za-z0-9:._/-]{1,60}){0,4}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,7}");

    /** The header {@code WWW-Authenticate} that asks for it. */
    String challenge() {
        return "Bearer error=\"" + ERROR + "\", error_description=\"The sign-in is weaker or older than this needs\", "
                + "acr_values=\"" + acrValues + "\", max_age=\"" + maxAge + "\"";
    }

    /** What such a header asks for; empty if it is another refusal, or none that can be passed on. */
    static Optional<StepUp> of(String header) {
        if (header.length() > LONGEST || !header.startsWith("Bearer ")) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(header);
        while (parameter.find()) {
            parameters.putIfAbsent(parameter.group(1), parameter.group(2));
        }
        String levels = parameters.getOrDefault("acr_values", "");
        String age = parameters.getOrDefault("max_age", "");
        boolean whole = LEVELS.matcher(levels).matches() && SECONDS.matcher(age).matches();
        return whole && ERROR.equals(parameters.get("error"))
                ? Optional.of(new StepUp(levels, Integer.parseInt(age)))
                : Optional.empty();
    }
}
