package fr.tessere.release.consent;

import fr.tessere.claims.request.AskedClaim;
import fr.tessere.release.answer.Asked;
import java.util.Arrays;
import java.util.Optional;
import org.keycloak.models.ClientModel;

/** What a service cannot do without, and why it asks: its request says so, or its registration. */
final class Necessity {
    /** Client attribute: names of claims, separated by spaces. */
    private static final String REQUIRED = "tessere.required-claims";
    /** Client attribute: one sentence for people. */
    private static final String PURPOSE = "tessere.purpose";

    private Necessity() {}

    static boolean isRequired(ClientModel client, Asked asked, String name) {
        String registered = Optional.ofNullable(client.getAttribute(REQUIRED)).orElse("");
        return Arrays.asList(registered.split(" ")).contains(name)
                || asked.waysOf(name).anyMatch(AskedClaim::essential);
    }

    static String purpose(ClientModel client) {
        return Optional.ofNullable(client.getAttribute(PURPOSE)).orElse("");
    }
}
