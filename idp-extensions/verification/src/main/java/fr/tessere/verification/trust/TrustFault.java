package fr.tessere.verification.trust;

/** Why something in a trust folder is not used. */
public enum TrustFault {
    /** Larger, or more objects, than is read. */
    TOO_LARGE("too-large"),
    /** Not what the ending of its name says, or not readable. */
    MALFORMED("malformed"),
    /** A file whose ending says nothing. */
    KIND_UNKNOWN("kind-unknown"),
    /** An entry of a directory file whose name says another country or kind than its content. */
    ENTRY_DIFFERS("entry-differs"),
    /** Nobody vouches for the certificate: not confirmed, in no trusted master list, no link certificate. */
    NOT_CONFIRMED("not-confirmed"),
    /** A certificate that may not sign certificates; a document signer in the wrong place. */
    NOT_AN_AUTHORITY("not-an-authority"),
    /** A link certificate that no trusted key of its country signed, or whose names or key identifiers do not fit. */
    LINK_BROKEN("link-broken"),
    /** A link certificate before or after its time. */
    LINK_NOT_VALID("link-not-valid"),
    /** A master list that no confirmed list signer signed. */
    LIST_SIGNER_UNTRUSTED("list-signer-untrusted"),
    /** A revocation list that no trusted key of its issuer signed. */
    REVOCATION_LIST_UNTRUSTED("revocation-list-untrusted"),
    /** A list that was made in the future. */
    FROM_THE_FUTURE("from-the-future"),
    /** A revocation list names it. */
    REVOKED("revoked");

    private final String word;

    TrustFault(String word) {
        this.word = word;
    }

    /** The word used in reports; the key of its texts. */
    public String word() {
        return word;
    }
}
