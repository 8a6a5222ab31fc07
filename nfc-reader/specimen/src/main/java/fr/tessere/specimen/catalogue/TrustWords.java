package fr.tessere.specimen.catalogue;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.authority.CertificateFault;
import fr.tessere.specimen.authority.CountrySigner;
import fr.tessere.specimen.authority.CrlWriter;
import fr.tessere.specimen.authority.IssuingState;
import fr.tessere.specimen.authority.Period;
import fr.tessere.specimen.authority.SpecimenAuthority;
import fr.tessere.specimen.document.Specimens;
import java.util.Locale;
import java.util.Map;

/**
 * What may lie in a trust folder beside the usual: revocation lists ({@code trust-crl}), country signers of other States
 * ({@code trust-country}), document signers ({@code trust-signers}). What a State's part of the folder holds, where nobody
 * is trusted for lying there, is in {@link StateWords}.
 */
final class TrustWords {
    private static final Period FRESH = Period.ofDays("2026-01-01", "2045-12-31");
    private static final Period STALE = Period.ofDays("2020-07-01", "2020-09-29");

    private TrustWords() {}

    static void addTo(Map<String, TrustFaults.Fault> all) {
        all.put("trust-crl", (files, word) -> files.with("specimen-fra-2025.crl", list(word.argument(0))));
        all.put(
                "trust-next",
                (files, word) -> files.with(
                        "specimen-csca-fra-2026.cer",
                        authority()
                                .nextCountrySigner(CertificateFault.valueOf(word.argument(0)
                                        .toUpperCase(Locale.ROOT)
                                        .replace('-', '_')))
                                .certificate()));
        all.put(
                "trust-country",
                (files, word) -> files.with(
                        "specimen-csca-" + word.argument(0) + ".cer",
                        authority()
                                .countrySignerOf(IssuingState.ofCountry(word.argument(0)))
                                .certificate()));
        all.put(
                "trust-signers",
                (files, word) -> files.with(
                        "../signers/" + word.argument(0).replace(':', '-') + ".cer",
                        authority().signer(word.argument(0)).certificate()));
    }

    private static SpecimenAuthority authority() {
        return Specimens.authority();
    }

    static Bytes list(String kind) {
        CountrySigner issuer = authority().currentCountrySigner();
        CrlWriter fresh = CrlWriter.of(issuer, FRESH);
        CrlWriter stale = CrlWriter.of(issuer, STALE);
        return switch (kind) {
            case "good" -> fresh.write();
            case "revoking" -> fresh.revoking(authority().signer("revocable")).write();
            case "stale" -> stale.write();
            case "stale-revoking" ->
                stale.revoking(authority().signer("revocable")).write();
            case "future" ->
                CrlWriter.of(issuer, Period.ofDays("2044-01-01", "2044-03-31")).write();
            case "delta" -> fresh.asDelta().write();
            case "endless" -> fresh.withoutNextUpdate().write();
            case "signature-wrong" -> fresh.withWrongSignature().write();
            case "issuer-wrong" ->
                fresh.signedBy(authority().countrySignerOf(IssuingState.UTOPIA)).write();
            case "by-signer" -> fresh.signedBy(authority().signer("revocable")).write();
            case "no-crl-sign" ->
                CrlWriter.of(authority().nextCountrySigner(CertificateFault.NO_REVOCATIONS), FRESH)
                        .write();
            default -> throw new IllegalArgumentException("no revocation list is called " + kind);
        };
    }
}
