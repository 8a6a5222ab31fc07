/** Tests of the sandbox without a server. */
@org.jspecify.annotations.NullMarked
package fr.tessere.sandbox;
