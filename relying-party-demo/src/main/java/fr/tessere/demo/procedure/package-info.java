/** What does the person want to do? The three procedures as the person fills them in: values and their checks. Knows no sign-in. */
@org.jspecify.annotations.NullMarked
package fr.tessere.demo.procedure;
