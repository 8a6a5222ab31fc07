package fr.tessere.specimen.chip;

/** The ciphers of secure messaging (ICAO 9303-11 §9.8.6, §9.8.7): encryption and checksum always go together. */
public enum SessionCipher {
    /** Two-key 3DES in CBC mode with the retail MAC; blocks of 8 bytes. */
    DES_EDE(16, 8),
    AES_128(16, 16),
    AES_192(24, 16),
    AES_256(32, 16);

    private final int keyLength;
    private final int blockLength;

    SessionCipher(int keyLength, int blockLength) {
        this.keyLength = keyLength;
        this.blockLength = blockLength;
    }

    /** Bytes of one key. */
    public int keyLength() {
        return keyLength;
    }

    /** Bytes of one block, and of the send sequence counter. */
    public int blockLength() {
        return blockLength;
    }
}
