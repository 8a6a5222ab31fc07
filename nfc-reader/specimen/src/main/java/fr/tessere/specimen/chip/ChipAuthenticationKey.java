package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import java.util.Optional;

/**
 * One static key for Chip Authentication (ICAO 9303-11 §6.2); its public half stands in DG14 of an honest document.
 *
 * @param keyId key identifier, where the chip has several keys
 * @param suite the protocol that this key is for
 * @param privateKey PKCS#8, EC (named or explicit parameters) or DH (PKCS#3 or X9.42)
 */
public record ChipAuthenticationKey(Optional<Integer> keyId, ChipAuthenticationSuite suite, Bytes privateKey) {}
