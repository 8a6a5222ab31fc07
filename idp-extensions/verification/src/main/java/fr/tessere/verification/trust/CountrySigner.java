package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;

/**
 * A certificate that this installation trusts.
 *
 * @param certificate of a country signing authority, a link certificate to one; among specimens also a single document
 *     signer
 * @param specimen true if it vouches for specimens only
 * @param vouching why it is trusted
 * @param voucher SHA-256 of the master list or certificate that vouches for it, 32 bytes; empty if a person does
 */
public record CountrySigner(SignedCertificate certificate, boolean specimen, Vouching vouching, Bytes voucher) {
    /** A certificate that a person vouches for. */
    public CountrySigner(SignedCertificate certificate, boolean specimen) {
        this(certificate, specimen, specimen ? Vouching.SPECIMEN : Vouching.CONFIRMED, Bytes.EMPTY);
    }
}
