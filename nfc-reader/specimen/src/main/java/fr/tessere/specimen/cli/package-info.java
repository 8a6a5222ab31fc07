/** The command line {@code specimen}: lists, makes, shows and serves specimen documents. It prints secrets: of specimens. */
@org.jspecify.annotations.NullMarked
package fr.tessere.specimen.cli;
