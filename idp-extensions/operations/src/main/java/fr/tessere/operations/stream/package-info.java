/**
 * How does a SIEM hear of each act? In: entries that have their place in a log. Out: syslog messages (RFC 5424) with an OCSF event
 * each, over TCP or TLS, and how far they were taken. Nothing is lost while nobody listens; keyed digests stay digests.
 */
@org.jspecify.annotations.NullMarked
package fr.tessere.operations.stream;
