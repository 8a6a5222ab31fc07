package fr.tessere.audit.head;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The public key of a log, on the curve P-256. Its name is the thumbprint of its JWK (RFC 7638). */
public final class LogKey {
    private static final int COORDINATE = 32;
    private static final BigInteger P256_PRIME =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    private static final String PEM_BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String PEM_END = "-----END PUBLIC KEY-----";

    private final ECPublicKey key;
    private final String id;

    public LogKey(ECPublicKey key) {
        if (!(key.getParams().getCurve().getField() instanceof java.security.spec.ECFieldFp field)
                || !field.getP().equals(P256_PRIME)) {
            throw new IllegalArgumentException("the key of a log is on the curve P-256");
        }
        this.key = key;
        this.id = base64url(sha256(jwk().getBytes(StandardCharsets.UTF_8)));
    }

    /** From the text of a PEM file, "PUBLIC KEY". */
    public static LogKey ofPem(String pem) {
        String text = pem.strip();
        if (!text.startsWith(PEM_BEGIN) || !text.endsWith(PEM_END)) {
            throw new IllegalArgumentException("a PEM file with one public key is expected");
        }
        try {
            byte[] der = Base64.getMimeDecoder()
                    .decode(text.substring(PEM_BEGIN.length(), text.length() - PEM_END.length()));
            return new LogKey((ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException | ClassCastException wrong) {
            throw new IllegalArgumentException("this is no public key of an elliptic curve");
        }
    }

    /** As text of a PEM file. */
    public String toPem() {
        return PEM_BEGIN + "\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()) + "\n"
                + PEM_END + "\n";
    }

    /** The JWK with its required members in the order of RFC 7638 §3. */
    public String jwk() {
        return "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}"
                .formatted(
                        coordinate(key.getW().getAffineX()),
                        coordinate(key.getW().getAffineY()));
    }

    /** The {@code kid} of its heads. */
    public String id() {
        return id;
    }

    ECPublicKey key() {
        return key;
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] exact = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, exact, COORDINATE - length, length);
        return base64url(exact);
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
