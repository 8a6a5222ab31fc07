package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import java.math.BigInteger;
import java.security.SecureRandom;

/** Domain parameters on which two sides agree on a secret: an elliptic curve or a group modulo a prime. */
interface DomainGroup {
    /** Tag of a public key inside the public key object 7F49: 86 for points, 84 for numbers (ICAO 9303-11 §9.4). */
    int publicKeyTag();

    /** Number of elements that the generator reaches. */
    BigInteger order();

    /** The prime below which field elements lie. */
    BigInteger modulus();

    /** A new private key. */
    BigInteger privateKey(SecureRandom random);

    /** The public key that belongs to a private key, as it goes over the wire. */
    Bytes publicKey(BigInteger privateKey);

    /** What both sides reach: a point or a number as long as the modulus. 6A80 if the other's key is not in the group. */
    Bytes agree(BigInteger privateKey, Bytes otherPublicKey) throws MisuseException;

    /** The secret that keys are derived from: a point's x coordinate or the number itself, fixed length. */
    Bytes secret(Bytes agreed);

    /** The same group with the generator that generic mapping makes of nonce and agreed element (§4.4.3.3.1). */
    DomainGroup mapped(Bytes nonce, Bytes agreed);

    /** The same group with the generator that integrated mapping makes of a field element (§4.4.3.3.2). */
    DomainGroup integrated(BigInteger element) throws MisuseException;
}
