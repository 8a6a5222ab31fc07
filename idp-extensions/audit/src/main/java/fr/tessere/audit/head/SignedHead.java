package fr.tessere.audit.head;

/**
 * A head that a trusted key signed. Only {@link HeadReader} and {@link HeadSigner} make one.
 */
public final class SignedHead {
    private final Head head;
    private final String jws;

    SignedHead(Head head, String jws) {
        this.head = head;
        this.jws = jws;
    }

    /** What was signed. */
    public Head head() {
        return head;
    }

    /** Compact serialization (RFC 7515 §7.1). */
    public String jws() {
        return jws;
    }

    @Override
    public String toString() {
        return "SignedHead[" + head.size() + "]";
    }
}
