package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The authority that issues specimens. Keys, names and dates are constant: a trust folder filled from it yesterday
 * trusts what it signs today. Its private keys are public, so it must never be trusted outside specimen realms.
 */
public final class SpecimenAuthority {
    private static final Period SIGNERS_VALID = Period.ofDays("2020-06-01", "2041-05-31");
    private static final Period SIGNERS_SIGN = Period.ofDays("2020-06-01", "2030-12-31");

    private static final Period COUNTRY_SIGNERS_VALID = Period.ofDays("2020-01-01", "2045-12-31");

    private final CountrySigner french2024;
    private final CountrySigner french2025;
    private final CountrySigner utopia;
    private final Map<String, DocumentSigner> signers = new LinkedHashMap<>();

    /** Reads the constant keys; the same authority every time. */
    public SpecimenAuthority() {
        Period valid = COUNTRY_SIGNERS_VALID;
        Period signs = Period.ofDays("2020-01-01", "2031-12-31");
        // Two country signers of one name, as France has five: who looks for the name alone finds the wrong one.
        String name = "Specimen CSCA";
        french2024 = new CountrySigner(
                IssuingState.FRANCE, name, key("country-signer-2024"), SignatureScheme.RSA_SHA256, valid, signs);
        french2025 = new CountrySigner(
                IssuingState.FRANCE, name, key("country-signer-2025"), SignatureScheme.ECDSA_SHA384, valid, signs);
        utopia = new CountrySigner(
                IssuingState.UTOPIA, name, key("country-signer-utopia"), SignatureScheme.ECDSA_SHA384, valid, signs);
        add(french2025, "ecdsa-p256", SignatureScheme.ECDSA_SHA256);
        add(french2025, "ecdsa-p384", SignatureScheme.ECDSA_SHA384);
        add(french2025, "brainpool", SignatureScheme.ECDSA_SHA256);
        add(french2024, "rsa", SignatureScheme.RSA_SHA256);
        add(french2024, "rsa-pss", SignatureScheme.RSA_PSS_SHA256);
        add(utopia, "utopia", SignatureScheme.ECDSA_SHA256);
    }

    private void add(CountrySigner by, String word, SignatureScheme scheme) {
        signers.put(
                word,
                by.documentSigner(
                        word,
                        "Specimen document signer " + word,
                        key("signer-" + word),
                        scheme,
                        SIGNERS_VALID,
                        SIGNERS_SIGN,
                        CertificateFault.NONE));
    }

    /**
     * A French country signer with a new key and the old name, in no trust folder: the next one, whom only
     * {@link CountrySigner#linkTo} makes trusted.
     */
    public CountrySigner nextCountrySigner() {
        return nextCountrySigner(CertificateFault.NONE);
    }

    /** The same with a fault in its certificate. */
    public CountrySigner nextCountrySigner(CertificateFault fault) {
        String seed = fault == CertificateFault.NONE ? "" : " " + fault.word();
        return french2025.renewed("country signer 2026" + seed, COUNTRY_SIGNERS_VALID, fault);
    }

    /** Signs master lists in the name of the current French country signer. */
    public DocumentSigner masterListSigner() {
        return masterListSigner(CertificateFault.NONE);
    }

    /** The same with a fault in its certificate. */
    public DocumentSigner masterListSigner(CertificateFault fault) {
        return french2025.masterListSigner(key("master-list-signer"), SIGNERS_VALID, fault);
    }

    private static SpecimenKey key(String name) {
        return SpecimenKey.ofResource(SpecimenAuthority.class, name + ".pem");
    }

    /** The current French country signer's certificate, DER. */
    public Bytes countrySigner() {
        return french2025.certificate();
    }

    /** The current French country signer, to issue what a test needs. */
    public CountrySigner currentCountrySigner() {
        return french2025;
    }

    /** Every country signer by the name of its file in a trust folder; all must be trusted to accept every specimen. */
    public Map<String, CountrySigner> countrySigners() {
        Map<String, CountrySigner> all = new LinkedHashMap<>();
        all.put("specimen-csca-fra-2024", french2024);
        all.put("specimen-csca-fra-2025", french2025);
        all.put("specimen-csca-uto", utopia);
        return all;
    }

    /** The older French country signer vouches for the current one, DER. */
    public Bytes linkCertificate() {
        return french2024.linkTo(french2025, Period.ofDays("2025-01-01", "2031-12-31"));
    }

    /**
     * The document signer with this word, for example {@code ecdsa-p256}; or one that only tests need, for example
     * {@code certificate:expired}, as {@link SpecialSigners} lists them.
     */
    public DocumentSigner signer(String word) {
        DocumentSigner signer = signers.get(word);
        return signer == null ? new SpecialSigners(this).of(word) : signer;
    }

    /** A document signer whose certificate has this fault. */
    public DocumentSigner signer(CertificateFault fault) {
        return signer("certificate:" + fault.word());
    }

    /** A document signer whose key has this fault. */
    public DocumentSigner signer(KeyFault fault) {
        return signer("key:" + fault.word());
    }

    /** The country signer of a State; those of France and Utopia are in every specimen trust folder. */
    public CountrySigner countrySignerOf(IssuingState state) {
        return switch (state) {
            case FRANCE -> french2025;
            case UTOPIA -> utopia;
            default ->
                new CountrySigner(
                        state,
                        "Specimen CSCA",
                        SpecimenKey.onCurve("secp384r1", "country signer " + state.country()),
                        SignatureScheme.ECDSA_SHA384,
                        COUNTRY_SIGNERS_VALID,
                        COUNTRY_SIGNERS_VALID);
        };
    }

    /** All document signers. */
    public List<DocumentSigner> signers() {
        return List.copyOf(signers.values());
    }
}
