package fr.tessere.specimen.document;

import fr.tessere.specimen.authority.HashAlgorithm;
import java.time.Instant;

/**
 * How a document's security object is made when it is signed again.
 *
 * @param signer word of the document signer
 * @param ldsVersion 0 or 1
 * @param hash of the data groups
 * @param time in the signed attributes
 */
record Signing(String signer, int ldsVersion, HashAlgorithm hash, Instant time) {}
