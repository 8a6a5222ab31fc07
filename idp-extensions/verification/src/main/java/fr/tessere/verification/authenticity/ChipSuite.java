package fr.tessere.verification.authenticity;

import java.util.Optional;

/** Key agreement and cipher of Chip Authentication (ICAO 9303-11 §6.2.4.2, §9.2.5), weakest first. */
enum ChipSuite {
    TRIPLE_DES("1", 16, "3DES"),
    AES_128("2", 16, "AES-128"),
    AES_192("3", 24, "AES-192"),
    AES_256("4", 32, "AES-256");

    private static final String DH = "0.4.0.127.0.7.2.2.3.1.";
    private static final String ECDH = "0.4.0.127.0.7.2.2.3.2.";

    private final String last;
    private final int keyLength;
    private final String word;

    ChipSuite(String last, int keyLength, String word) {
        this.last = last;
        this.keyLength = keyLength;
        this.word = word;
    }

    /** The suite of a protocol of Chip Authentication with this key agreement, if it is one that is known here. */
    static Optional<ChipSuite> ofOid(String oid, boolean elliptic) {
        return ofLast(elliptic ? ECDH : DH, oid);
    }

    /** The suite whose number stands behind this arc. */
    static Optional<ChipSuite> ofLast(String arc, String oid) {
        for (ChipSuite suite : values()) {
            if (oid.equals(arc + suite.last)) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }

    /** Object identifier of Chip Authentication with this suite. */
    String oid(boolean elliptic) {
        return (elliptic ? ECDH : DH) + last;
    }

    /** Bytes of a session key. */
    int keyLength() {
        return keyLength;
    }

    boolean isAes() {
        return this != TRIPLE_DES;
    }

    /** Bytes of a cipher block, and of the send sequence counter. */
    int blockLength() {
        return isAes() ? 16 : 8;
    }

    /** For receipts: {@code AES-128}. */
    String word() {
        return word;
    }
}
