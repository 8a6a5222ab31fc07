/** Does the provider answer as OpenID Connect and its relatives say? Table by table, against the running server. */
@org.jspecify.annotations.NullMarked
package fr.tessere.standard;
