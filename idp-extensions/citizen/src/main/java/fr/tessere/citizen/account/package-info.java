/**
 * Whose document is it? In: keyed digests of documents and persons. Out: the account, the documents that open it. Knows no
 * name, no number, no page.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.citizen.account;
