package fr.tessere.keycloak.settings;

/** Encrypted answers as a rule of the realm's client profiles. */
public final class EncryptedAnswersExecutorFactory extends ExecutorFactory {
    static final String ID = "tessere-encrypted-answers";

    /** For Keycloak. */
    public EncryptedAnswersExecutorFactory() {
        super(
                ID,
                "ID token and userinfo are signed (ES256) and encrypted (RSA-OAEP-256 or ECDH-ES, A256GCM)",
                EncryptedAnswersExecutor::new);
    }
}
