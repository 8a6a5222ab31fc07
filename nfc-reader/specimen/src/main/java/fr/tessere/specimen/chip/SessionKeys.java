package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;

/**
 * The two keys of one secure channel.
 *
 * @param cipher what they are for
 * @param encryption KS.Enc
 * @param checksum KS.MAC
 */
record SessionKeys(SessionCipher cipher, Bytes encryption, Bytes checksum) {

    /** Both keys from one shared secret (ICAO 9303-11 §9.7.1). */
    static SessionKeys derive(SessionCipher cipher, Bytes secret) {
        return new SessionKeys(
                cipher,
                KeyDerivation.derive(cipher, secret, KeyDerivation.ENCRYPTION),
                KeyDerivation.derive(cipher, secret, KeyDerivation.CHECKSUM));
    }

    /** Checksum of bytes that are padded here as the cipher wants it: retail MAC padded, CMAC not. */
    Bytes token(Bytes data) {
        Bytes input = cipher == SessionCipher.DES_EDE ? Padding.add(data, cipher.blockLength()) : data;
        return BlockCiphers.checksum(cipher, checksum, input);
    }
}
