package fr.tessere.keycloak.settings;

/** Named sectors as a rule of the realm's client profiles. */
public final class SectorExecutorFactory extends ExecutorFactory {
    static final String ID = "tessere-sector";

    /** For Keycloak. */
    public SectorExecutorFactory() {
        super(ID, "A service with return addresses on several hosts names its body's sector", SectorExecutor::new);
    }
}
