package fr.tessere.keycloak.reading;

import fr.tessere.protocol.reading.RefusalCode;

/** The HTTP status that goes with a refusal; the code says more. */
final class HttpStatus {
    private HttpStatus() {}

    static int of(RefusalCode code) {
        return switch (code) {
            case MESSAGE_MALFORMED, MESSAGE_VERSION -> 400;
            case READING_UNKNOWN -> 404;
            case READING_OPENED, STEP_OUT_OF_ORDER, PROOF_REPEATED -> 409;
            case MESSAGE_TOO_LARGE -> 413;
            case SERVER_FAILED -> 500;
            case SERVER_BUSY -> 503;
            default -> 422;
        };
    }
}
