package fr.tessere.specimen.authority;

import java.math.BigInteger;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * What a certificate shall say; the issuer adds its name and signature.
 *
 * @param purpose decides the extensions
 * @param state decides the country in the alternative names
 * @param subject distinguished name
 * @param publicKey the key to be certified
 * @param serial positive, at most 20 bytes
 * @param validity of the certificate
 * @param keyUse when the private key may sign (ICAO 9303-12 §7.1.1.5)
 */
record CertificateRequest(
        CertificatePurpose purpose,
        IssuingState state,
        X500Name subject,
        SubjectPublicKeyInfo publicKey,
        BigInteger serial,
        Period validity,
        Period keyUse) {}
