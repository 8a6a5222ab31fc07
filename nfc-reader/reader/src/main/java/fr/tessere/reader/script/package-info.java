/**
 * What is read, and what is played? The front door of the reader: opens a chip, reads the files that a server needs,
 * plays the server's script and nothing more. In: a channel and an access key; out: the messages of the protocol.
 * Knows no network and no page.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.reader.script;
