package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;

/**
 * One static key for PACE with chip authentication mapping (ICAO 9303-11 §4.4.3.3.3); its public half stands in
 * EF.CardSecurity and DG14 of an honest document.
 *
 * @param parameterId number of the standardised domain parameters that it lies on, 8 to 18; also its key identifier (BSI
 *     TR-03110-3 §A.1.1.2)
 * @param privateKey PKCS#8, EC
 */
public record ChipMappingKey(int parameterId, Bytes privateKey) {}
