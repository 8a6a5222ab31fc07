/**
 * What can be wrong with a document, and what must come of it? The catalogue of chips: one case a row, each made on
 * demand from an honest specimen by fault words. In: the tables of {@code src/test/resources/catalogue}; out: documents,
 * and trust folders where the fault lies there. Knows no server and no verdict: those are for the tests.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.specimen.catalogue;
