package fr.tessere.verification.assurance;

/** What the person showed besides the document. CAN and MRZ are printed on the document: they are no factor of their own. */
public enum Factor {
    /** A code that only the person knows. */
    PERSONAL_CODE,
    /** A passkey that verified its user. */
    VERIFIED_PASSKEY,
    /** The person was compared with the document, by an agent or by an agreed face comparison. */
    HOLDER_VERIFIED
}
