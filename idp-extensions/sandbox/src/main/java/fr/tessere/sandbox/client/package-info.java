/** How does a service become a client of the sandbox's realm? Its registration, its key, and the configuration to copy. Knows no page. */
@org.jspecify.annotations.NullMarked
package fr.tessere.sandbox.client;
