package fr.tessere.counter.code;

import fr.tessere.keycloak.token.SignedInCitizen;
import java.time.Instant;
import java.util.Locale;

/**
 * What a citizen lays before an agent. Never printed.
 *
 * @param id names it, so that a later one replaces it
 * @param account of the citizen
 * @param document keyed digest, as the account has it
 * @param citizen what the chip said in the session in which the code was made
 * @param language in which the citizen read the code
 * @param until when nobody may decide about it any more
 */
public record Offer(
        String id, String account, String document, SignedInCitizen citizen, Locale language, Instant until) {
    /** True if this is the same person, as documents write one: same names, date of birth and sex. */
    public boolean isOf(SignedInCitizen other) {
        return citizen.familyName().equals(other.familyName())
                && citizen.givenNames().equals(other.givenNames())
                && citizen.birthDate().equals(other.birthDate())
                && citizen.sex().equals(other.sex());
    }

    @Override
    public String toString() {
        return "Offer[hidden]";
    }
}
