package fr.tessere.keycloak.login;

import fr.tessere.keycloak.settings.ExecutorFactory;

/** Reported documents as a rule of the realm's client profiles. */
public final class SessionDocumentExecutorFactory extends ExecutorFactory {
    static final String ID = "tessere-session-document";

    /** For Keycloak. */
    public SessionDocumentExecutorFactory() {
        super(ID, "A session gives no more tokens once its document is reported", SessionDocumentExecutor::new);
    }
}
