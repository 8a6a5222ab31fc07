package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * A finished certificate, perhaps one that no parser reads; so what a message says about its signer stands beside it.
 *
 * @param asn1 the certificate
 * @param issuer the name that it gives, or a stand-in where it gives none
 * @param serial the number that it gives, or 1
 * @param subjectKeyId of the certified key, or empty
 */
record IssuedCertificate(ASN1Sequence asn1, X500Name issuer, BigInteger serial, Bytes subjectKeyId) {
    /** True if the authority key identifier is this key's. */
    boolean issuedBy(SpecimenKey key) {
        AuthorityKeyIdentifier id = AuthorityKeyIdentifier.fromExtensions(
                Certificate.getInstance(asn1).getTBSCertificate().getExtensions());
        return id != null
                && Arrays.equals(
                        id.getKeyIdentifierOctets(), CertificateExtensions.keyIdentifier(key.subjectPublicKey()));
    }

    /** DER. */
    Bytes encoded() {
        return CountrySigner.der(asn1);
    }
}
