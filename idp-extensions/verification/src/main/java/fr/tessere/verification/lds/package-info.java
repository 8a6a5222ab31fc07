/**
 * What do the chip's files say? Strict readers of EF.SOD's content, DG1, DG11, DG14 and DG15 (ICAO 9303-10). In: bytes
 * whose digest was checked. They trust nothing, check no signature, and never allocate what a length merely declares.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.verification.lds;
