package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** A country signing certificate authority (CSCA) of the specimen world, with its private key. */
public final class CountrySigner {
    private final IssuingState state;
    private final X500Name name;
    private final SpecimenKey key;
    private final SignatureScheme scheme;
    private final IssuedCertificate certificate;

    /** A country signer that certifies itself. */
    CountrySigner(
            IssuingState state,
            String commonName,
            SpecimenKey key,
            SignatureScheme scheme,
            Period validity,
            Period keyUse) {
        this(state, commonName, key, scheme, validity, keyUse, CertificateFault.NONE);
    }

    CountrySigner(
            IssuingState state,
            String commonName,
            SpecimenKey key,
            SignatureScheme scheme,
            Period validity,
            Period keyUse,
            CertificateFault fault) {
        this.state = state;
        this.name = state.named(commonName);
        this.key = key;
        this.scheme = scheme;
        this.certificate = issue(
                new CertificateRequest(
                        CertificatePurpose.COUNTRY_SIGNER,
                        state,
                        name,
                        key.subjectPublicKey(),
                        serial("country signer", key),
                        validity,
                        keyUse),
                fault);
    }

    private CountrySigner(
            IssuingState state, X500Name name, SpecimenKey key, SignatureScheme scheme, IssuedCertificate certificate) {
        this.state = state;
        this.name = name;
        this.key = key;
        this.scheme = scheme;
        this.certificate = certificate;
    }

    /** In whose name it signs. */
    public IssuingState state() {
        return state;
    }

    /** Its self-signed certificate, DER. */
    public Bytes certificate() {
        return certificate.encoded();
    }

    /** This signer vouches for the next one: the link certificate (ICAO 9303-12 §7.1), DER. */
    public Bytes linkTo(CountrySigner next, Period validity) {
        return linkTo(next, validity, CertificateFault.NONE);
    }

    /** The same with a fault. */
    public Bytes linkTo(CountrySigner next, Period validity, CertificateFault fault) {
        CertificateRequest request = new CertificateRequest(
                CertificatePurpose.LINK,
                next.state,
                next.name,
                next.key.subjectPublicKey(),
                serial("link", next.key),
                validity,
                validity);
        return issue(request, fault).encoded();
    }

    /** Another country signer of the same State and name, with another key: the next, or an impostor. */
    public CountrySigner renewed(String seed, Period validity, CertificateFault fault) {
        String commonName = name.getRDNs(BCStyle.CN)[0].getFirst().getValue().toString();
        SpecimenKey next = SpecimenKey.onCurve("secp384r1", seed);
        return new CountrySigner(state, commonName, next, SignatureScheme.ECDSA_SHA384, validity, validity, fault);
    }

    /** A document signer with a key that follows from its word, on a named curve. */
    public DocumentSigner documentSigner(String word, String curve, Period validity, CertificateFault fault) {
        SpecimenKey signerKey = SpecimenKey.onCurve(curve, "document signer " + word);
        return documentSigner(
                word,
                "Specimen document signer " + word,
                signerKey,
                SignatureScheme.ECDSA_SHA256,
                validity,
                validity,
                fault);
    }

    DocumentSigner documentSigner(
            String word,
            String commonName,
            SpecimenKey signerKey,
            SignatureScheme signerScheme,
            Period validity,
            Period keyUse,
            CertificateFault fault) {
        return signer(
                CertificatePurpose.DOCUMENT_SIGNER, word, commonName, signerKey, signerScheme, validity, keyUse, fault);
    }

    /** One that signs master lists (ICAO 9303-12 §7.1). */
    DocumentSigner masterListSigner(SpecimenKey signerKey, Period validity, CertificateFault fault) {
        return signer(
                CertificatePurpose.MASTER_LIST_SIGNER,
                "master-list",
                "Specimen master list signer",
                signerKey,
                SignatureScheme.ECDSA_SHA256,
                validity,
                validity,
                fault);
    }

    private DocumentSigner signer(
            CertificatePurpose purpose,
            String word,
            String commonName,
            SpecimenKey signerKey,
            SignatureScheme signerScheme,
            Period validity,
            Period keyUse,
            CertificateFault fault) {
        CertificateRequest request = new CertificateRequest(
                purpose,
                state,
                state.named(commonName),
                signerKey.subjectPublicKey(),
                serial("document signer " + word, signerKey),
                validity,
                keyUse);
        return new DocumentSigner(word, state, signerKey, signerScheme, issue(request, fault));
    }

    /** With a key that has a fault, or that the certificate says wrongly. */
    DocumentSigner documentSigner(String word, KeyFault.Pair pair, Period validity) {
        CertificateRequest request = new CertificateRequest(
                CertificatePurpose.DOCUMENT_SIGNER,
                state,
                state.named("Specimen document signer " + word),
                pair.certified(),
                serial("document signer " + word, key),
                validity,
                validity);
        return new DocumentSigner(word, state, pair.key(), pair.scheme(), issue(request, CertificateFault.NONE));
    }

    /** The same country signer, signing another way with the same key. */
    CountrySigner signingWith(SignatureScheme other) {
        return new CountrySigner(state, name, key, other, certificate);
    }

    private IssuedCertificate issue(CertificateRequest request, CertificateFault fault) {
        return fault.in(CertificateDraft.of(request, name, key, scheme)).sign();
    }

    /** True if the certificate of this signer names the identifier of this key as its issuer's. */
    public boolean issued(DocumentSigner signer) {
        return signer.issued().issuedBy(key);
    }

    Bytes sign(Bytes content) {
        return scheme.sign(key.parameters(), content);
    }

    X500Name name() {
        return name;
    }

    SpecimenKey key() {
        return key;
    }

    SignatureScheme scheme() {
        return scheme;
    }

    /** 16 bytes that look random but are always the same for the same use of the same key. */
    static BigInteger serial(String use, SpecimenKey key) {
        Bytes digest =
                HashAlgorithm.SHA_256.of(Bytes.concat(Bytes.of(use.getBytes(StandardCharsets.UTF_8)), key.publicKey()));
        return new BigInteger(1, digest.slice(0, 16).toArray()).clearBit(127).setBit(126);
    }

    static Bytes der(ASN1Object object) {
        try {
            return Bytes.of(object.getEncoded("DER"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
