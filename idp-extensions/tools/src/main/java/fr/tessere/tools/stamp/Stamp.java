package fr.tessere.tools.stamp;

import java.time.Instant;
import java.util.Base64;

/** A time stamp over a head that a trusted authority signed. Only {@link StampReader} makes one. */
public final class Stamp {
    private final String jws;
    private final byte[] token;
    private final Instant at;

    Stamp(String jws, byte[] token, Instant at) {
        this.jws = jws;
        this.token = token.clone();
        this.at = at;
    }

    /** The head, as JWS. */
    public String jws() {
        return jws;
    }

    /** When the authority had it in front of it. */
    public Instant at() {
        return at;
    }

    /** The line of a file of stamps: the head, and the token (RFC 3161 §2.4.2) in base64. */
    public String line() {
        return "stamp " + jws + " " + Base64.getEncoder().encodeToString(token);
    }
}
