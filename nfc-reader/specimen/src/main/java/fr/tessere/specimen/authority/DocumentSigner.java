package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import org.bouncycastle.asn1.x509.Certificate;

/** Signs the security objects of documents; certified by a country signer (ICAO 9303-12 §7.1). */
public final class DocumentSigner {
    private final String word;
    private final IssuingState state;
    private final SpecimenKey key;
    private final SignatureScheme scheme;
    private final Certificate certificate;

    DocumentSigner(String word, IssuingState state, SpecimenKey key, SignatureScheme scheme, Certificate certificate) {
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
        return CountrySigner.der(certificate);
    }

    Certificate asn1Certificate() {
        return certificate;
    }

    Bytes sign(Bytes content) {
        return scheme.sign(key.parameters(), content);
    }
}
