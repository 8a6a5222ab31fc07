package fr.tessere.journal.record;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/** What links the tokens of one answer to the log, and to the evidence that their session rests on. */
public final class Transactions {
    /** Note of the user session: the entry with the evidence receipt of its sign-in. */
    public static final String RECEIPT_NOTE = "tessere.receipt";

    private static final String RECEIPT = "tessere.txn.receipt";

    private Transactions() {}

    /** The {@code txn} of the tokens that this answer carries: the id of the entry of their issue. */
    public static String begin(KeycloakSession session, UserSessionModel userSession) {
        String receipt = userSession.getNote(RECEIPT_NOTE);
        if (receipt != null) {
            session.setAttribute(RECEIPT, receipt);
        }
        return Recorder.transaction(session).text();
    }

    static @Nullable String receipt(KeycloakSession session) {
        return session.getAttribute(RECEIPT, String.class);
    }
}
