/** Cards in PC/SC readers, over javax.smartcardio. Knows how readers fail, nothing of what is read. */
@org.jspecify.annotations.NullMarked
package fr.tessere.reader.pcsc;
