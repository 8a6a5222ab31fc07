package fr.tessere.citizen.mail;

import java.util.Locale;

/** What a citizen may be told by e-mail. The bundle {@code mail} has the texts. */
public enum Message {
    /** A link that confirms the address. */
    CONFIRM_ADDRESS,
    /** Another address was given; this one is told as long as it is the account's. */
    ADDRESS_GIVEN,
    /** A number that stands for the forgotten code. */
    RECOVERY_NUMBER,
    /** A new code was asked for and waits. */
    RECOVERY_ASKED,
    /** The code is another one now. */
    CODE_CHANGED,
    /** One more document opens the account. */
    DOCUMENT_ADDED,
    /** A document opens the account no more. */
    DOCUMENT_BLOCKED,
    /** The same, and with it ended the comparison at a counter that it had. */
    COMPARED_DOCUMENT_BLOCKED,
    /** A document that its holder had blocked opens the account again. */
    DOCUMENT_UNBLOCKED,
    /** A passkey signs in to the account from now on. */
    PASSKEY_ADDED,
    /** A passkey signs in to the account no more. */
    PASSKEY_REMOVED,
    /** An agent compared the holder with a document, which reaches the highest level from now on. */
    COMPARISON_RECORDED,
    /** The holder withdrew that. */
    COMPARISON_WITHDRAWN,
    /** The account is no more. */
    IDENTITY_DELETED;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
