package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import java.math.BigInteger;

/** Signs the security objects of documents; certified by a country signer (ICAO 9303-12 §7.1). */
public final class DocumentSigner {
    private final String word;
    private final IssuingState state;
    private final SpecimenKey key;
    private final SignatureScheme scheme;
    private final IssuedCertificate certificate;

    DocumentSigner(
            String word, IssuingState state, SpecimenKey key, SignatureScheme scheme, IssuedCertificate certificate) {
        this.word = word;
        this.state = state;
        this.key = key;
        this.scheme = scheme;
        this.certificate = certificate;
    }

    /** The name that profiles use, for example {@code ecdsa-p256}. */
    public String word() {
        return word;
    }

    /** In whose name it signs. */
    public IssuingState state() {
        return state;
    }

    /** How it signs. */
    public SignatureScheme scheme() {
        return scheme;
    }

    /** The same signer, signing another way with the same key. */
    public DocumentSigner signingWith(SignatureScheme other) {
        return new DocumentSigner(word, state, key, other, certificate);
    }

    /** Its certificate, DER. */
    public Bytes certificate() {
        return certificate.encoded();
    }

    /** The serial number of its certificate. */
    public BigInteger serialNumber() {
        return certificate.serial();
    }

    /** Another signer, whom nobody knows. */
    DocumentSigner selfCertified() {
        SpecimenKey own = SpecimenKey.onCurve("secp256r1", "a stranger");
        CountrySigner nobody = new CountrySigner(
                state,
                "Specimen stranger",
                own,
                SignatureScheme.ECDSA_SHA256,
                Period.ofDays("2020-01-01", "2045-12-31"),
                Period.ofDays("2020-01-01", "2045-12-31"));
        return nobody.documentSigner(
                "stranger", "secp256r1", Period.ofDays("2020-01-01", "2041-12-31"), CertificateFault.NONE);
    }

    IssuedCertificate issued() {
        return certificate;
    }

    SpecimenKey key() {
        return key;
    }

    Bytes sign(Bytes content) {
        return scheme.sign(key.parameters(), content);
    }
}
