/**
 * How long did each phase of a reading take, and how did it end? In: calls as they are answered, events as they happen. Out: meters in
 * the server's own registry, spans in its own traces. Names steps, codes and levels; no reading, no person, no document.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.operations.phase;
