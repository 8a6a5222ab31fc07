/** Is the level reached that the service asks for, and which level is it told? The last door before a code is issued. */
@org.jspecify.annotations.NullMarked
package fr.tessere.release.level;
