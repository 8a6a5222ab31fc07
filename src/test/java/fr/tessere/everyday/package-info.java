/**
 * Does a person get through with document, code and passkey, and does nobody else? The real server, browsers without a
 * screen; what the pages look like is seen in {@code browser}.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.everyday;
