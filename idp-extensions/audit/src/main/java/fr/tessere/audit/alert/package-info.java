/** Does somebody have to look? In: entries of the log in their order, rules. Out: alarms. Keeps what it needs for the longest rule, no more. */
@org.jspecify.annotations.NullMarked
package fr.tessere.audit.alert;
