/** Does the person agree? What is missing is asked, who gets what is shown, and what was unticked is not sent. */
@org.jspecify.annotations.NullMarked
package fr.tessere.release.consent;
