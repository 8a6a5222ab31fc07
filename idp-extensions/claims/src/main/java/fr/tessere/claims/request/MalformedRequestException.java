package fr.tessere.claims.request;

/** The request breaks a rule of OAuth 2.0 or OpenID Connect; the message says which, and quotes nothing. */
public final class MalformedRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String error;

    MalformedRequestException(String error, String message) {
        super(message);
        this.error = error;
    }

    /** Breaks a rule of the parameter {@code claims} or another. */
    public static MalformedRequestException request(String message) {
        return new MalformedRequestException("invalid_request", message);
    }

    /** Asks for scopes that cannot be read. */
    static MalformedRequestException scope(String message) {
        return new MalformedRequestException("invalid_scope", message);
    }

    /** The word of RFC 6749 §4.1.2.1: {@code invalid_request} or {@code invalid_scope}. */
    public String error() {
        return error;
    }

    /** The rule that was broken. */
    public String rule() {
        return String.valueOf(getMessage());
    }
}
