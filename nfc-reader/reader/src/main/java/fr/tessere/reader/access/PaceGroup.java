package fr.tessere.reader.access;

import fr.tessere.protocol.bytes.Bytes;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/** A group with a generator, in which PACE agrees on keys (ICAO 9303-11 §4.4.3.3). Refuses what is not in the group. */
interface PaceGroup {

    /** A fresh private number. */
    BigInteger privateKey(SecureRandom random);

    /** The public key of a private number, as it is sent to a chip. */
    Bytes publicKey(BigInteger privateKey);

    /** What both sides can compute: x coordinate or number, at full length. */
    byte[] agree(BigInteger privateKey, Bytes chipKey) throws GeneralSecurityException;

    /** Generic mapping: the same group with the generator {@code nonce * generator + agreed point}. */
    PaceGroup mapped(byte[] nonce, BigInteger privateKey, Bytes chipKey) throws GeneralSecurityException;

    /** Integrated mapping: the same group with a generator computed from both sides' nonces. */
    PaceGroup mapped(byte[] nonce, byte[] readerNonce, SessionCipher cipher) throws GeneralSecurityException;

    /** Tag of a public key in the data of the authentication token: 0x86 for points, 0x84 for numbers. */
    int keyTag();
}
