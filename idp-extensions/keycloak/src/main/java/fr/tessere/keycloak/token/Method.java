package fr.tessere.keycloak.token;

import fr.tessere.verification.assurance.Factor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a person showed who they are. */
public enum Method {
    /** The chip of a document was read, and proved that it is the original. */
    CHIP(Optional.empty()),
    /** A document was read whose chip cannot prove that it is the original. */
    DOCUMENT(Optional.empty()),
    /** The personal code was typed. */
    PERSONAL_CODE(Optional.of(Factor.PERSONAL_CODE)),
    /** A passkey that verified its user. */
    PASSKEY(Optional.of(Factor.VERIFIED_PASSKEY));

    private final Optional<Factor> factor;

    Method(Optional<Factor> factor) {
        this.factor = factor;
    }

    /** What it counts as beside a document; empty for the document itself. */
    public Optional<Factor> factor() {
        return factor;
    }

    /** The word in the note. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Method> ofWord(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word().equals(word))
                .findFirst();
    }
}
