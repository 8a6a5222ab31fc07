package fr.tessere.audit.store;

import fr.tessere.audit.receipt.EntryId;

/**
 * An entry that has no place in the tree yet.
 *
 * @param id of the entry
 * @param text its canonical form
 */
public record Waiting(EntryId id, String text) {}
