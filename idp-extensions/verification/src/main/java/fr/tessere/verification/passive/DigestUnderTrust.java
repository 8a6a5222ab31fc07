package fr.tessere.verification.passive;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.trust.TrustAnchors;

/**
 * What a kept verdict depends on: the bytes judged, and everything that was trusted then. Other anchors have another
 * version, so that no verdict outlives the anchors it rests on.
 *
 * @param digest SHA-256 of the bytes, 32 bytes
 * @param trustVersion version of the anchors
 */
record DigestUnderTrust(Bytes digest, String trustVersion) {
    static DigestUnderTrust of(Bytes judged, TrustAnchors anchors) {
        return new DigestUnderTrust(DigestAlgorithm.SHA256.digest(judged), anchors.version());
    }
}
