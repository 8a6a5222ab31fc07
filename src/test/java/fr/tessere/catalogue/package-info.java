/**
 * Does every chip of the catalogue meet its fate? Each row is made, read by the product's reader over its link and
 * brought to a real server, or given to the officers' verification; the document without the fault must pass.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.catalogue;
