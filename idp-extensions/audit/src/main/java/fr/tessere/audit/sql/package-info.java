/**
 * Where does the log lie? In: a connection to a database, H2 or PostgreSQL. Out: the store of the sequencer, proofs, exports. Knows
 * no Keycloak: an operator's command reads the same tables without a server.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.audit.sql;
