package fr.tessere.journal.alert;

import fr.tessere.journal.table.TablesFactory;

/** The tables of alerts. */
public final class AlertTablesFactory extends TablesFactory {
    public AlertTablesFactory() {
        super(
                "tessere-alert",
                "META-INF/tessere-alert-changelog.xml",
                AlertEntity.class,
                RuleEntity.class,
                DeliveryEntity.class);
    }
}
