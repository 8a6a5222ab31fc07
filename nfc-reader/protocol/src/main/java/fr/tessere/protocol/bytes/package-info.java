/** Byte strings that cannot change and do not talk, and the outermost layer of every chip file. Knows no protocol. */
@org.jspecify.annotations.NullMarked
package fr.tessere.protocol.bytes;
