package fr.tessere.keycloak.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A handle or code gives power to whoever holds it: stores and logs know only its SHA-256. */
public final class HandleDigest {
    private static final int SHOWN = 12;

    private HandleDigest() {}

    /** 64 hexadecimal digits. */
    public static String of(String handle) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(handle.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** The first 12 of them, for logs. */
    public static String shown(String handle) {
        return of(handle).substring(0, SHOWN);
    }
}
