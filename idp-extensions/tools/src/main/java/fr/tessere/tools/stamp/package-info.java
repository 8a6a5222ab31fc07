/**
 * When was this head there? In: a head of the log, a time-stamping authority (RFC 3161). Out: its time stamp, checked; or what is wrong
 * with one. A stamp says that somebody else had seen the log like this.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.tools.stamp;
