package fr.tessere.audit.head;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The compact form of a signed head: one header, written in one way only, so that nothing of it has to be interpreted. */
final class HeadForm {
    /** ECDSA over P-256 with SHA-256, signature as R and S of 32 bytes each (RFC 7518 §3.4). */
    static final String ALGORITHM = "SHA256withECDSAinP1363Format";
    /** Bytes of such a signature. */
    static final int SIGNATURE = 64;

    private HeadForm() {}

    /** Header and payload, in front of the signature: the bytes that are signed. */
    static String unsigned(String keyId, String payload) {
        String header = "{\"alg\":\"ES256\",\"typ\":\"tessere-head\",\"kid\":\"%s\"}".formatted(keyId);
        return encode(header.getBytes(StandardCharsets.US_ASCII)) + "."
                + encode(payload.getBytes(StandardCharsets.US_ASCII));
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
