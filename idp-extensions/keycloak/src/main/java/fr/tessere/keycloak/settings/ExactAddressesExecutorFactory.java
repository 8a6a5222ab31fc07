package fr.tessere.keycloak.settings;

/** Exact return addresses as a rule of the realm's client profiles. */
public final class ExactAddressesExecutorFactory extends ExecutorFactory {
    static final String ID = "tessere-exact-addresses";

    /** For Keycloak. */
    public ExactAddressesExecutorFactory() {
        super(
                ID,
                "Return addresses are exact and https, or http on the machine of the browser",
                ExactAddressesExecutor::new);
    }
}
