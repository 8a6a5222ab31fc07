package fr.tessere.verification.passive;

import fr.tessere.verification.trust.SignedMessage;

/**
 * A message whose signature and chain hold. That follows from its bytes and the anchors alone; whether certificates are
 * valid and not revoked depends on the time, and is asked each time. Only {@link SignedObjects} can make one.
 */
final class SignedObject {
    private final SignedMessage message;
    private final DocumentSigner signer;

    SignedObject(SignedMessage message, DocumentSigner signer) {
        this.message = message;
        this.signer = signer;
    }

    SignedMessage message() {
        return message;
    }

    DocumentSigner signer() {
        return signer;
    }
}
