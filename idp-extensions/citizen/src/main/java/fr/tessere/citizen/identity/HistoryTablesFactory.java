package fr.tessere.citizen.identity;

import fr.tessere.citizen.account.AccountTablesFactory;

/** The table of the history. */
public final class HistoryTablesFactory extends AccountTablesFactory {
    public HistoryTablesFactory() {
        super("tessere-history", "META-INF/tessere-history-changelog.xml", SignedInEntity.class);
    }
}
