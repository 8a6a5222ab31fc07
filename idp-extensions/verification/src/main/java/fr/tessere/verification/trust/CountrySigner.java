package fr.tessere.verification.trust;

/**
 * A certificate that this installation trusts.
 *
 * @param certificate of a country signing authority; among specimens also a single document signer
 * @param specimen true if it vouches for specimens only
 */
public record CountrySigner(SignedCertificate certificate, boolean specimen) {}
