package fr.tessere.journal.record;

import fr.tessere.audit.receipt.Entry;
import fr.tessere.journal.table.LoneEntries;
import org.keycloak.models.AbstractKeycloakTransaction;

/**
 * The part of a request's transaction that stores an entry with which nothing else is stored. It comes before all other parts, and if it
 * fails, none of them takes effect: what the act changes in Keycloak's memory is changed last of all.
 */
final class Alone extends AbstractKeycloakTransaction {
    private final LoneEntries lone;
    private final Entry entry;
    private final LoneEntries.Store store;

    Alone(LoneEntries lone, Entry entry, LoneEntries.Store store) {
        this.lone = lone;
        this.entry = entry;
        this.store = store;
    }

    @Override
    protected void commitImpl() {
        lone.write(entry, store);
    }

    @Override
    protected void rollbackImpl() {}
}
