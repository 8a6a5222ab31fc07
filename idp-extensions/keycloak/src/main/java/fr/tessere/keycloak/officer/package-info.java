/**
 * The officers' entry: who may look, who may act, and the pages for it. In: a browser with an officer's session. Out:
 * switches, reports, imports, each with its trace, or a refusal. Knows no chip and no citizen.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.keycloak.officer;
