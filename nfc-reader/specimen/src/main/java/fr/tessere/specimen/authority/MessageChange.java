package fr.tessere.specimen.authority;

/** Something that is done to a message around its signing. */
interface MessageChange {
    /** What the signature will cover. */
    void before(MessageDraft draft);

    /** What it does not. */
    void after(MessageDraft draft);
}
