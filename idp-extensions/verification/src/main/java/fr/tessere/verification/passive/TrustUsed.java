package fr.tessere.verification.passive;

import fr.tessere.verification.evidence.RevocationStatus;

/**
 * On what a verdict rests: enough to redo it later.
 *
 * @param version of the trust anchors
 * @param revocation what the revocation lists said about the signer, and which lists they were
 */
public record TrustUsed(String version, RevocationStatus revocation) {}
