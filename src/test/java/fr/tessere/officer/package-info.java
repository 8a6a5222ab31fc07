/**
 * Officers at their pages, on a real server: who may do what, and what becomes of the sign-ins of citizens. In: the staff's
 * browsers, specimens on readers. Out: refusals by name, and acceptance again.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.officer;
