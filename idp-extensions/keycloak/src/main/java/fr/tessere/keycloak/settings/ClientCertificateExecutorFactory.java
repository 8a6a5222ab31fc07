package fr.tessere.keycloak.settings;

/** Certificates by exact names as a rule of the realm's client profiles. */
public final class ClientCertificateExecutorFactory extends ExecutorFactory {
    static final String ID = "tessere-client-certificate";

    /** For Keycloak. */
    public ClientCertificateExecutorFactory() {
        super(
                ID,
                "The client's certificate is registered by its exact subject and its authority's",
                ClientCertificateExecutor::new);
    }
}
