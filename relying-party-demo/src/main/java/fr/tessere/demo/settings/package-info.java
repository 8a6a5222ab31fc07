/** Which provider, under which name, at which level? One record, read once at the start. Knows no HTTP. */
@org.jspecify.annotations.NullMarked
package fr.tessere.demo.settings;
