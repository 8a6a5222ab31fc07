/**
 * One reading, from the reader's first call to the verdict. In: hostile messages. Out: replies, and a sealed result for the
 * browser that began. State lies in the cluster's single-use store, each step passes a gate once. Knows no browser.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.keycloak.reading;
