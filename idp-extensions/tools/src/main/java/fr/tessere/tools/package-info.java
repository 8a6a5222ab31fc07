/**
 * Would the server accept these files, and whom does it trust? The command line for officers and integrators: files and
 * options in, a verdict or a report out, for a person or as JSON. The place where the clock is chosen; decides nothing itself.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.tools;
