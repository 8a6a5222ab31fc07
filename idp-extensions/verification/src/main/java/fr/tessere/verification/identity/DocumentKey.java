package fr.tessere.verification.identity;

import fr.tessere.protocol.bytes.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * What tells one document from all others. Never stored or printed: input to a keyed digest.
 *
 * @param issuingState one to three letters
 * @param documentType for example {@code P} or {@code ID}
 * @param number the document number, without fillers
 */
public record DocumentKey(String issuingState, String documentType, String number) {

    /** Unambiguous bytes for the keyed digest: each part behind its length in two bytes. */
    public Bytes bytes() {
        return Bytes.concat(part(issuingState), part(documentType), part(number));
    }

    private static Bytes part(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Bytes.concat(Bytes.of((byte) (bytes.length >> 8), (byte) bytes.length), Bytes.of(bytes));
    }

    @Override
    public String toString() {
        return "DocumentKey[hidden]";
    }
}
