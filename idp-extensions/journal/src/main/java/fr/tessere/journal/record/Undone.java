package fr.tessere.journal.record;

import org.keycloak.models.AbstractKeycloakTransaction;

/** A part of a transaction that cannot be committed: with it, the whole is undone and the request fails. */
final class Undone extends AbstractKeycloakTransaction {
    @Override
    protected void commitImpl() {
        throw new IllegalStateException("the log could not be written: nothing takes effect");
    }

    @Override
    protected void rollbackImpl() {}
}
