package fr.tessere.release.request;

import fr.tessere.keycloak.settings.ExecutorFactory;

/** The judgement of pushed requests as a rule of the realm's client profiles. */
public final class PushedRequestExecutorFactory extends ExecutorFactory {
    static final String ID = "tessere-pushed-request";

    /** For Keycloak. */
    public PushedRequestExecutorFactory() {
        super(ID, "A pushed request is judged when it is pushed", PushedRequestExecutor::new);
    }
}
