package fr.tessere.specimen.catalogue;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.authority.CertificateFault;
import fr.tessere.specimen.authority.CountrySigner;
import fr.tessere.specimen.authority.MasterListWriter;
import fr.tessere.specimen.authority.MessageFault;
import fr.tessere.specimen.authority.Period;
import fr.tessere.specimen.authority.SpecimenAuthority;
import fr.tessere.specimen.document.Specimens;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * The part of a trust folder that is a State's: nobody is trusted there without a reason. {@code trust-state} puts a country
 * signer there, {@code confirmed} or not; {@code trust-link} a link to the next one, {@code trust-new} the next one itself,
 * {@code trust-list} a master list, {@code trust-directory} a file of the ICAO directory among the specimens.
 */
final class StateWords {
    private static final Period LINKED = Period.ofDays("2026-01-01", "2031-12-31");

    private StateWords() {}

    static void addTo(Map<String, TrustFaults.Fault> all) {
        all.put("trust-state", (files, word) -> {
            String file = word.argument(0) + ".cer";
            Bytes certificate = Objects.requireNonNull(files.files().get(file));
            TrustFiles moved = files.without(file).with("../" + file, certificate);
            return word.argument(1).equals("confirmed") ? confirmed(moved, certificate) : moved;
        });
        all.put("trust-link", (files, word) -> files.with("../specimen-link.cer", link(word.argument(0))));
        all.put(
                "trust-new",
                (files, word) -> files.with(
                        "../specimen-csca-fra-2026.cer",
                        authority().nextCountrySigner().certificate()));
        all.put("trust-list", (files, word) -> {
            Bytes root = authority().countrySigner();
            TrustFiles listed = files.with("../master-list-signers/fra.cer", root)
                    .with("../specimen.ml", masterList(word.argument(0)));
            return word.argument(0).equals("unconfirmed") ? listed : confirmed(listed, root);
        });
        all.put("trust-directory", (files, word) -> files.with("directory.ldif", directory(word.argument(0))));
    }

    private static SpecimenAuthority authority() {
        return Specimens.authority();
    }

    private static TrustFiles confirmed(TrustFiles files, Bytes certificate) {
        try {
            Bytes digest = Bytes.of(MessageDigest.getInstance("SHA-256").digest(certificate.toArray()));
            Bytes line = Bytes.of((digest.toHex() + " specimen\n").getBytes(StandardCharsets.US_ASCII));
            Bytes before = files.files().getOrDefault("../confirmed", Bytes.EMPTY);
            return files.with("../confirmed", Bytes.concat(before, line));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Bytes link(String kind) {
        CountrySigner next = authority().nextCountrySigner();
        CountrySigner current = authority().currentCountrySigner();
        return switch (kind) {
            case "good" -> current.linkTo(next, LINKED);
            case "signature-wrong" -> current.linkTo(next, LINKED, CertificateFault.SIGNATURE_WRONG);
            case "stranger" -> current.linkTo(next, LINKED, CertificateFault.ISSUER_KEY_OTHER);
            case "expired" -> current.linkTo(next, LINKED, CertificateFault.EXPIRED);
            case "no-authority" -> current.linkTo(next, LINKED, CertificateFault.NO_AUTHORITY);
            /* the link before this one is missing: nobody vouches for the one who vouches */
            case "path-broken" ->
                authority().nextCountrySigner(CertificateFault.NO_REVOCATIONS).linkTo(next, LINKED);
            default -> throw new IllegalArgumentException("no link certificate is called " + kind);
        };
    }

    private static Bytes masterList(String kind) {
        MasterListWriter good = list("2026-01-01");
        MasterListWriter made = switch (kind) {
            case "good", "unconfirmed" -> good;
            case "signature-wrong" -> good.with(MessageFault.SIGNATURE_WRONG);
            case "future" -> list("2035-01-01");
            default -> throw new IllegalArgumentException("no master list is called " + kind);
        };
        return made.write(java.util.List.of(authority().nextCountrySigner().certificate()));
    }

    private static MasterListWriter list(String day) {
        return MasterListWriter.of(
                authority().masterListSigner(), authority().currentCountrySigner(), Instant.parse(day + "T00:00:00Z"));
    }

    private static Bytes directory(String kind) {
        String revoking = TrustWords.list("revoking").toBase64();
        String entry = "dn: cn=1,o=crl,c=%s,dc=data,dc=download,dc=pkd,dc=icao,dc=int\n";
        String list = "certificateRevocationList;binary:: " + revoking + "\n";
        String text = switch (kind) {
            case "good" -> entry.formatted("FR") + list;
            case "other-country" -> entry.formatted("UT") + list;
            case "other-kind" -> entry.formatted("FR").replace("o=crl", "o=dsc") + list;
            case "by-address" -> entry.formatted("FR") + list + "description:< file:///etc/hostname\n";
            case "changes" -> entry.formatted("FR") + "changetype: add\n" + list;
            default -> throw new IllegalArgumentException("no directory file is called " + kind);
        };
        return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
