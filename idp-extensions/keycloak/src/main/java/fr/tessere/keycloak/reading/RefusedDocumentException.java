package fr.tessere.keycloak.reading;

import fr.tessere.verification.Refused;
import fr.tessere.verification.evidence.Decision;
import fr.tessere.verification.evidence.Input;
import fr.tessere.verification.evidence.RefusedException;
import java.util.Locale;
import java.util.Optional;

/** A document was looked at and refused: whose signature stands on it belongs into the log. */
final class RefusedDocumentException extends RefusedException {
    private static final long serialVersionUID = 1L;

    private final String signer;

    RefusedDocumentException(Refused refused) {
        super(refused.code(), refused.detail());
        signer = refused.decision().flatMap(RefusedDocumentException::signer).orElse("");
    }

    /** SHA-256 of the document signer's certificate, hexadecimal; empty if none was found. */
    Optional<String> signer() {
        return Optional.of(signer).filter(digest -> !digest.isEmpty());
    }

    private static Optional<String> signer(Decision decision) {
        return decision.basis().inputs().stream()
                .filter(input -> input.name().equals(Input.SIGNER))
                .findFirst()
                .map(input -> input.digest().toHex().toLowerCase(Locale.ROOT));
    }
}
