/** Where do entries lie? In: an entry of the log. Out: rows of Keycloak's own database, written with the act. Decides nothing. */
@org.jspecify.annotations.NullMarked
package fr.tessere.journal.table;
