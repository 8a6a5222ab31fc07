package fr.tessere.protocol.reading;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every cause for which a reading ends without a sign-in. The word is stable: the same on the reader, on the page, in
 * the OAuth error, in the audit entry and in the address of the help page. The bundle {@code refusals} has a text for
 * each: what happened, what to do next.
 */
public enum RefusalCode {
    // beside the card
    /** No PC/SC reader, or its service does not run. */
    READER_MISSING("reader-missing"),
    /** No card in the reader's field in time. */
    CARD_MISSING("card-missing"),
    /** The card left the field in mid-reading. */
    CHIP_LOST("chip-lost"),
    /** The card has no eMRTD application. */
    CHIP_UNKNOWN("chip-unknown"),
    /** The chip answered against the standard. */
    CHIP_FAILED("chip-failed"),
    /** No access protocol of the chip that the reader knows. */
    ACCESS_NOT_SUPPORTED("access-not-supported"),
    /** Not six digits. */
    CAN_MALFORMED("can-malformed"),
    /** PACE failed with the CAN (ICAO 9303-11 §4.4). */
    CAN_WRONG("can-wrong"),
    /** The chip does not know a CAN: it has no PACE, or PACE with the MRZ only. */
    CAN_UNKNOWN("can-unknown"),
    /** Document number, birth date and expiry date cannot be an MRZ's. */
    MRZ_MALFORMED("mrz-malformed"),
    /** PACE or BAC failed with the MRZ. */
    MRZ_WRONG("mrz-wrong"),
    /** The chip delays further tries after wrong codes. */
    ACCESS_DELAYED("access-delayed"),
    /** The reading address is no address of a reading. */
    ADDRESS_INVALID("address-invalid"),
    /** No connection, or none that is trusted. */
    SERVER_UNREACHABLE("server-unreachable"),
    /** The server's answer breaks the protocol. */
    SERVER_REPLY_MALFORMED("server-reply-malformed"),
    /** The person stopped. */
    READING_CANCELLED("reading-cancelled"),

    // the message
    /** Not the JSON of the protocol. */
    MESSAGE_MALFORMED("message-malformed"),
    /** A message or a part of it is over its limit. */
    MESSAGE_TOO_LARGE("message-too-large"),
    /** A version of the protocol that is not spoken here. */
    MESSAGE_VERSION("message-version"),

    // the reading
    /** No reading has this handle, its time is over, or the person left the page. */
    READING_UNKNOWN("reading-unknown"),
    /** The handle was opened before. */
    READING_OPENED("reading-opened"),
    /** A call that does not fit the state of the reading. */
    STEP_OUT_OF_ORDER("step-out-of-order"),
    /** The challenge was spent by an earlier answer. */
    PROOF_REPEATED("proof-repeated"),
    /** The chip needed more scripts than allowed. */
    ROUNDS_EXCEEDED("rounds-exceeded"),
    /** A form of "my identity" of another session, or about something that is not the holder's. */
    NOT_YOURS("not-yours"),
    /** A factor was to be removed or changed in a session whose level is over, though the session lives. */
    LEVEL_TOO_OLD("level-too-old"),
    /** Deleting was asked for without the mark that it is meant. */
    DELETION_NOT_CONFIRMED("deletion-not-confirmed"),
    /** A short code that a person typed belongs to no sign-in, or its time is over. */
    SHORT_CODE_UNKNOWN("short-code-unknown"),
    /** Too many wrong short codes were typed from here, or in all. */
    SHORT_CODE_DELAYED("short-code-delayed"),
    /** The sign-in was taken up in another browser. */
    READING_MOVED("reading-moved"),
    /** The result is asked for by a browser that did not begin the sign-in. */
    BROWSER_OTHER("browser-other"),
    /** A session that lives was to be renewed with another document. */
    DOCUMENT_OTHER("document-other"),
    /** One-time code of the return address is wrong or spent. */
    RETURN_CODE_WRONG("return-code-wrong"),
    /** The evidence does not reach the level that the service asks for. */
    LEVEL_NOT_REACHED("level-not-reached"),
    /** The level asked for needs that an agent compared the holder with the document, and nobody did, or it is over. */
    HOLDER_NOT_COMPARED("holder-not-compared"),
    /** The level asked for needs a reader on the device where the service is used. */
    OTHER_DEVICE("other-device"),
    /** A counter code is asked for with a document whose holder no comparison would raise to the highest level. */
    COMPARISON_IMPOSSIBLE("comparison-impossible"),
    /** A counter code that nobody was given, that was used, or whose time is over. */
    COUNTER_CODE_UNKNOWN("counter-code-unknown"),
    /** An agent typed too many wrong counter codes. */
    COUNTER_CODE_DELAYED("counter-code-delayed"),
    /** An agent was to compare himself. */
    COMPARISON_OWN("comparison-own"),
    /** A comparison was to be confirmed with a check that is not ticked, or refused without a cause. */
    COMPARISON_UNCHECKED("comparison-unchecked"),
    /** A specimen document in a realm that accepts none. */
    SPECIMEN_NOT_ACCEPTED("specimen-not-accepted"),
    /** An accident in the server. */
    SERVER_FAILED("server-failed"),
    /** The server has more to do than it can, or one call took too long. */
    SERVER_BUSY("server-busy"),

    // the person: agreement and personal code
    /** The person did not agree to what is kept. */
    AGREEMENT_WITHHELD("agreement-withheld"),
    /** Not six digits. */
    CODE_MALFORMED("code-malformed"),
    /** A new code of digits that repeat themselves. */
    CODE_REPEATED("code-repeated"),
    /** A new code of digits in a row. */
    CODE_SEQUENCE("code-sequence"),
    /** A new code that is the date of birth. */
    CODE_BIRTH_DATE("code-birth-date"),
    /** A new code that was typed differently the second time. */
    CODES_DIFFER("codes-differ"),
    /** Not the account's code. */
    CODE_WRONG("code-wrong"),
    /** Wrong codes were typed: the next one is looked at later. */
    CODE_DELAYED("code-delayed"),
    /** Too many wrong codes: no further one is looked at. */
    CODE_BLOCKED("code-blocked"),
    /** The account has no code. */
    CODE_MISSING("code-missing"),
    /** Not an e-mail address. */
    EMAIL_MALFORMED("email-malformed"),
    /** The server could not send an e-mail. */
    MAIL_NOT_SENT("mail-not-sent"),
    /** A message of this kind was sent a moment ago. */
    MAIL_TOO_SOON("mail-too-soon"),
    /** Not the number that was sent by e-mail, or no try is left. */
    NUMBER_WRONG("number-wrong"),
    /** The waiting time for a new code is not over. */
    RECOVERY_WAITS("recovery-waits"),
    /** The code does not prove whose a second document is, or no try is left. */
    SECOND_PROOF_FAILED("second-proof-failed"),
    /** Two documents that do not belong to one person's account. */
    DOCUMENT_OTHER_PERSON("document-other-person"),
    /** No passkey, one that is not known here, or one that did not verify its user. */
    PASSKEY_FAILED("passkey-failed"),
    /** A passkey is enrolled only behind card and code. */
    PASSKEY_NEEDS_CARD("passkey-needs-card"),
    /** Another passkey of the account has this name. */
    PASSKEY_LABEL_TAKEN("passkey-label-taken"),
    /** The document behind which this passkey was enrolled is blocked by its holder, or reported. */
    PASSKEY_DOCUMENT_BLOCKED("passkey-document-blocked"),
    /** Nobody knows behind which document of the account this passkey was enrolled. */
    PASSKEY_WITHOUT_DOCUMENT("passkey-without-document"),
    /** The holder blocked this document. */
    DOCUMENT_BLOCKED_BY_HOLDER("document-blocked-by-holder"),

    // EF.SOD: did the State sign this data? (ICAO 9303-10 §4.6.2, 9303-11 §5.1)
    /** EF.SOD is not a CMS SignedData in tag 77. */
    SOD_MALFORMED("sod-malformed"),
    /** Bytes behind the signed object. */
    SOD_TRAILING_BYTES("sod-trailing-bytes"),
    /** eContentType is not id-icao-mrtd-security-ldsSecurityObject. */
    SOD_CONTENT_TYPE("sod-content-type"),
    /** CMS or LDS security object version that the standard does not have. */
    SOD_VERSION("sod-version"),
    /** Not exactly one signer. */
    SOD_SIGNERS("sod-signers"),
    /** Signed attributes missing, doubled or wrong. */
    SOD_ATTRIBUTES("sod-attributes"),
    /** Digest or signature algorithm not allowed. */
    SOD_ALGORITHM("sod-algorithm"),
    /** messageDigest is not the digest of the content. */
    SOD_DIGEST("sod-digest"),
    /** The signature does not verify. */
    SOD_SIGNATURE("sod-signature"),
    /** The document signer's certificate is neither in EF.SOD nor known. */
    SIGNER_MISSING("signer-missing"),
    /** The document signer's certificate cannot be read. */
    SIGNER_MALFORMED("signer-malformed"),
    /** No trusted country signer issued the document signer. */
    SIGNER_UNTRUSTED("signer-untrusted"),
    /** Checked before the certificate's validity. */
    SIGNER_NOT_YET_VALID("signer-not-yet-valid"),
    /** Checked after the certificate's validity. */
    SIGNER_EXPIRED("signer-expired"),
    /** The certificate is not for signing documents. */
    SIGNER_KEY_USAGE("signer-key-usage"),
    /** The country signer revoked the document signer. */
    SIGNER_REVOKED("signer-revoked"),
    /** Issuing State of DG1 and country of the signer differ. */
    SIGNER_COUNTRY("signer-country"),

    // the data groups
    /** EF.SOD lists a data group that is needed and was not sent. */
    DATA_GROUP_MISSING("data-group-missing"),
    /** A data group was sent that EF.SOD does not list. */
    DATA_GROUP_NOT_SIGNED("data-group-not-signed"),
    /** The digest of a data group is not the signed one. */
    DATA_GROUP_DIGEST("data-group-digest"),
    /** A data group whose content breaks ICAO 9303-10. */
    DATA_GROUP_MALFORMED("data-group-malformed"),
    /** A check digit of the MRZ in DG1 is wrong. */
    MRZ_CHECK_DIGIT("mrz-check-digit"),
    /** The date of expiry is over. */
    DOCUMENT_EXPIRED("document-expired"),

    // the document: what became of it since the State signed it
    /** The issuing authority says that it is not valid yet, for example not handed over. */
    DOCUMENT_NOT_YET_VALID("document-not-yet-valid"),
    /** Reported lost. */
    DOCUMENT_LOST("document-lost"),
    /** Reported stolen. */
    DOCUMENT_STOLEN("document-stolen"),
    /** Blocked by an authority or an officer. */
    DOCUMENT_BLOCKED("document-blocked"),
    /** The level asked for needs the document's status, and no source gave it. */
    DOCUMENT_STATUS_UNAVAILABLE("document-status-unavailable"),

    // kill switches of the security officers
    /** Documents of this signer are not accepted at present. */
    SIGNER_SWITCHED_OFF("signer-switched-off"),
    /** Documents below this country signer are not accepted at present. */
    COUNTRY_SIGNER_SWITCHED_OFF("country-signer-switched-off"),
    /** Documents of this country are not accepted at present. */
    COUNTRY_SWITCHED_OFF("country-switched-off"),
    /** Documents of this type are not accepted at present. */
    DOCUMENT_TYPE_SWITCHED_OFF("document-type-switched-off"),
    /** Documents that rely on this algorithm are not accepted at present. */
    ALGORITHM_SWITCHED_OFF("algorithm-switched-off"),

    // the chip: is it the original? (ICAO 9303-11 §6)
    /** DG14 or DG15 holds no usable key. */
    CHIP_KEY_MALFORMED("chip-key-malformed"),
    /** The chip's key or domain parameters are too weak. */
    CHIP_KEY_WEAK("chip-key-weak"),
    /** A protocol of the chip that is not known here. */
    CHIP_ALGORITHM("chip-algorithm"),
    /** Chip Authentication, its mapping in PACE, or Active Authentication failed: the chip does not hold the signed key. */
    CHIP_NOT_ORIGINAL("chip-not-original"),
    /** EF.CardAccess is not what DG14 and EF.CardSecurity sign: somebody offers a weaker way in (9303-11 §9.2). */
    CARD_ACCESS_DIFFERS("card-access-differs"),
    /** The chip can only be proven with the key in EF.CardSecurity, and that was not sent. */
    CARD_SECURITY_MISSING("card-security-missing"),
    /** EF.CardSecurity cannot be read, or holds no key for PACE with Chip Authentication Mapping. */
    CARD_SECURITY_MALFORMED("card-security-malformed"),
    /** No trusted State signed EF.CardSecurity, or another than the document's. */
    CARD_SECURITY_UNTRUSTED("card-security-untrusted"),
    /** Answers that no chip gives to this script. */
    CHIP_ANSWER_MALFORMED("chip-answer-malformed"),
    /** The sealed state between the calls was changed or is of another reading. */
    PENDING_READING_INVALID("pending-reading-invalid");

    private final String word;

    RefusalCode(String word) {
        this.word = word;
    }

    /** The stable word: lower-case letters and hyphens. */
    public String word() {
        return word;
    }

    /** The code with this word. */
    public static Optional<RefusalCode> ofWord(String word) {
        return Arrays.stream(values()).filter(code -> code.word.equals(word)).findFirst();
    }
}
