/** Do services get what their profile promises, and nothing by any other way? FAPI 2, hub, keys, sessions, other people's clients. */
@org.jspecify.annotations.NullMarked
package fr.tessere.service;
