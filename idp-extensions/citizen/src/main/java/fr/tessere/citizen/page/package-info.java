/** What does the citizen read? In: texts in French and English and what a page is about. Out: a page of our look. */
@org.jspecify.annotations.NullMarked
package fr.tessere.citizen.page;
