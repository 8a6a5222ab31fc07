package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;

/**
 * What came of agreeing with a chip's static key by a fresh key of the server, which is forgotten with it. Never printed.
 *
 * @param publicKey the server's, as the chip wants it
 * @param secret the shared secret, as long as a field element
 */
record Agreement(Bytes publicKey, Bytes secret) {
    @Override
    public String toString() {
        return "Agreement[hidden]";
    }
}
