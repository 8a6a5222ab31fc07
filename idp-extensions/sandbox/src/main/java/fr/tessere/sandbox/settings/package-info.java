/** Which realm does the sandbox belong to? One record, read once at the start. Knows no HTTP. */
@org.jspecify.annotations.NullMarked
package fr.tessere.sandbox.settings;
