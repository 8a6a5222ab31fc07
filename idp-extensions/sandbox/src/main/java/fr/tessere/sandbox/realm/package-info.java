/** What is the sandbox's realm? The delivered one with specimens believed and two clients more: made from it, never kept beside it. */
@org.jspecify.annotations.NullMarked
package fr.tessere.sandbox.realm;
