/** May this request be asked at all? Before anybody sees a page: hostile, malformed and unanswerable ones go back. */
@org.jspecify.annotations.NullMarked
package fr.tessere.release.request;
