package fr.tessere.citizen.account;

/** The citizens' tables. */
public final class CitizenTablesFactory extends AccountTablesFactory {
    public CitizenTablesFactory() {
        super(
                "tessere-citizen",
                "META-INF/tessere-citizen-changelog.xml",
                CitizenEntity.class,
                HeldDocumentEntity.class,
                TriesEntity.class,
                EmailProofEntity.class,
                RecoveryEntity.class,
                KeptIdentityEntity.class);
    }
}
