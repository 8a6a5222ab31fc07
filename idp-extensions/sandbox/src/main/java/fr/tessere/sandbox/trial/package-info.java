/** What goes over the wire in a sign-in? The sandbox's own client, which keeps every request and answer of a trial. */
@org.jspecify.annotations.NullMarked
package fr.tessere.sandbox.trial;
