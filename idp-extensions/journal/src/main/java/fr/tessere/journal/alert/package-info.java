/**
 * Who hears of it? In: entries of the log, on whichever node holds the lease; rules that officers set. Out: alerts for the console, a
 * webhook, e-mails; each at least once, none for ever. Decides by the rules of the log's room, and changes nothing.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.journal.alert;
