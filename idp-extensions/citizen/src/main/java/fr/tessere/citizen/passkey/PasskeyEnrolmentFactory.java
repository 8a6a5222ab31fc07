package fr.tessere.citizen.passkey;

import com.webauthn4j.verifier.attestation.trustworthiness.certpath.CertPathTrustworthinessVerifier;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.authentication.requiredactions.WebAuthnRegister;
import org.keycloak.models.KeycloakSession;

/** The action "enrol a passkey" as Keycloak finds it, and as a service asks for it: {@code kc_action=tessere-passkey-enrolment}. */
public final class PasskeyEnrolmentFactory extends WebAuthnPasswordlessRegisterFactory {
    /** Provider id. */
    public static final String ID = "tessere-passkey-enrolment";

    @Override
    protected WebAuthnRegister createProvider(KeycloakSession session, CertPathTrustworthinessVerifier verifier) {
        return new PasskeyEnrolment(session, verifier);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayText() {
        return "Enrol a passkey (Tessère)";
    }
}
