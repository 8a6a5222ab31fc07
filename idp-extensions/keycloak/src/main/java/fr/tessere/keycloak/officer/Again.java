package fr.tessere.keycloak.officer;

import java.util.List;

/**
 * A decision that was made once more, from its receipt.
 *
 * @param alone level that the document reaches by itself, decided now; {@code none} if no rule is met
 * @param reaches level together with a second factor, decided now
 * @param same true if both are those of the receipt
 * @param refusal code of a kill switch that would refuse it today, or empty
 * @param differences what is otherwise today: {@code policy}, {@code trust-version}, {@code revocation-list}
 */
public record Again(String alone, String reaches, boolean same, String refusal, List<String> differences) {
    public Again {
        differences = List.copyOf(differences);
    }
}
