package fr.tessere.keycloak.proposal;

import fr.tessere.journal.table.TablesFactory;

/** The tables of what officers decide together. */
public final class ProposalTablesFactory extends TablesFactory {
    public ProposalTablesFactory() {
        super(
                "tessere-proposal",
                "META-INF/tessere-proposal-changelog.xml",
                ProposalEntity.class,
                ConfirmedEntity.class);
    }
}
