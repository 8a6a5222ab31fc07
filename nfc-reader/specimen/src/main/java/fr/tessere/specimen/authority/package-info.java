/**
 * Who signs specimen documents? Country signers, document signers, security objects, revocation lists and master lists
 * (ICAO 9303-10 §4.6.2, 9303-12). Its keys are public: nothing it signs is trusted outside specimen realms. Knows no
 * chip and no link.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.specimen.authority;
