/** Can what happened be examined, and can nobody rewrite it? */
@org.jspecify.annotations.NullMarked
package fr.tessere.history;
