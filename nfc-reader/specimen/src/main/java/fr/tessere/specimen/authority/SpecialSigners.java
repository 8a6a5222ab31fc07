package fr.tessere.specimen.authority;

import java.util.Arrays;
import java.util.Locale;

/**
 * Document signers that only tests need, each made when it is asked for by its word: {@code certificate:expired} and the
 * other {@link CertificateFault}s, {@code key:explicit-curve} and the other {@link KeyFault}s, {@code scheme:dsa-sha256}, {@code issued:rsa-sha256:rsa-pss-sha256},
 * {@code curve:brainpoolP320r1:ecdsa-sha256}, {@code country:DE}, and single ones. Their certificates are constant.
 */
final class SpecialSigners {
    private static final Period VALID = Period.ofDays("2020-06-01", "2041-05-31");

    private final SpecimenAuthority authority;

    SpecialSigners(SpecimenAuthority authority) {
        this.authority = authority;
    }

    /** The signer with this word. */
    DocumentSigner of(String word) {
        String[] parts = word.split(":", 3);
        return switch (parts[0]) {
            case "certificate" -> withFault(word, ofWord(CertificateFault.values(), parts[1]));
            case "key" ->
                current()
                        .documentSigner(
                                word, ofWord(KeyFault.values(), parts[1]).pair(), VALID);
            case "scheme" -> signing(word, SignatureScheme.ofWord(parts[1]), SignatureScheme.ofWord(parts[1]));
            case "issued" -> signing(word, SignatureScheme.ofWord(parts[1]), SignatureScheme.ofWord(parts[2]));
            case "curve" ->
                current()
                        .documentSigner(word, parts[1], VALID, CertificateFault.NONE)
                        .signingWith(SignatureScheme.ofWord(parts[2]));
            case "country" ->
                authority
                        .countrySignerOf(IssuingState.ofCountry(parts[1]))
                        .documentSigner(word, "secp256r1", VALID, CertificateFault.NONE);
            case "revocable" -> current().documentSigner(word, "secp256r1", VALID, CertificateFault.NONE);
            case "next" ->
                authority
                        .nextCountrySigner(
                                parts.length == 1 ? CertificateFault.NONE : ofWord(CertificateFault.values(), parts[1]))
                        .documentSigner(word, "secp256r1", VALID, CertificateFault.NONE);
            case "stranger" ->
                stranger("Specimen stranger").documentSigner(word, "secp256r1", VALID, CertificateFault.NONE);
            case "self-signed" -> selfSigned(word);
            default -> throw new IllegalArgumentException("no document signer is called " + word);
        };
    }

    private CountrySigner current() {
        return authority.currentCountrySigner();
    }

    private DocumentSigner withFault(String word, CertificateFault fault) {
        return current().documentSigner(word, "secp256r1", VALID, fault);
    }

    /** Its certificate is signed in one way and its documents in another. No country signer here has a DSA key. */
    private DocumentSigner signing(String word, SignatureScheme issued, SignatureScheme scheme) {
        CountrySigner issuer = family(issued).equals("ECDSA")
                ? current()
                : authority.countrySigners().values().iterator().next();
        SpecimenKey own = switch (family(scheme)) {
            case "ECDSA" -> SpecimenKey.onCurve("secp256r1", "signer " + scheme.word());
            case "DSA" -> SpecimenKey.ofResource(SpecialSigners.class, "signer-dsa.pem");
            default -> SpecimenKey.ofResource(SpecialSigners.class, "signer-rsa.pem");
        };
        return issuer.signingWith(family(issued).equals("DSA") ? SignatureScheme.RSA_SHA256 : issued)
                .documentSigner(
                        word,
                        "Specimen document signer " + scheme.word(),
                        own,
                        scheme,
                        VALID,
                        VALID,
                        CertificateFault.NONE);
    }

    private static String family(SignatureScheme scheme) {
        return scheme.name().substring(0, scheme.name().indexOf('_'));
    }

    /** A country signer that no trust folder knows. */
    private static CountrySigner stranger(String name) {
        return new CountrySigner(
                IssuingState.FRANCE,
                name,
                SpecimenKey.onCurve("secp256r1", name),
                SignatureScheme.ECDSA_SHA256,
                VALID,
                VALID);
    }

    /** Issuer and subject are one, and the key that is certified signed the certificate. */
    private static DocumentSigner selfSigned(String word) {
        String name = "Specimen document signer by itself";
        return stranger(name)
                .documentSigner(
                        word,
                        name,
                        SpecimenKey.onCurve("secp256r1", name),
                        SignatureScheme.ECDSA_SHA256,
                        VALID,
                        VALID,
                        CertificateFault.NONE);
    }

    private static <E extends Enum<E>> E ofWord(E[] values, String word) {
        return Arrays.stream(values)
                .filter(value ->
                        value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault is called " + word));
    }
}
