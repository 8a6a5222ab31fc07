/**
 * Who agreed? In: a change that one officer wants, with a reason. Out: the change, once another officer has confirmed it; or its
 * end, rejected, expired or overtaken. Knows the words of a change and who may do it, not what a switch or a document is.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.keycloak.proposal;
