package fr.tessere.specimen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("tessere specimen trust")
class TrustCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    private int run(Locale language, String... arguments) {
        return SpecimenCommand.run(language, new PrintWriter(out, true), new PrintWriter(out, true), arguments);
    }

    @Test
    void writesTheCountrySignersAlone() throws IOException {
        assertThat(run(Locale.ENGLISH, "trust", "--out=" + folder)).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(3).allMatch(file -> file.toString().endsWith(".cer"));
        }
    }

    @Test
    void writesEverythingThatBelongsIntoATrustFolder() throws Exception {
        assertThat(run(
                        Locale.ENGLISH,
                        "trust",
                        "--out=" + folder,
                        "--revoke=ecdsa-p256",
                        "--links",
                        "--master-list",
                        "--signers",
                        "--at=2026-11-23"))
                .isZero();

        X509CRLHolder issuers = list("specimen-csca-fra-2025.crl");
        assertThat(issuers.getRevokedCertificates()).hasSize(1);
        assertThat(issuers.getNextUpdate()).isInSameDayAs("2027-02-21");
        assertThat(list("specimen-csca-fra-2024.crl").getRevokedCertificates()).isEmpty();
        CMSSignedData masterList = new CMSSignedData(Files.readAllBytes(folder.resolve("specimen.ml")));
        assertThat(masterList.getSignedContentTypeOID()).isEqualTo("2.23.136.1.1.2");
        assertThat(folder.resolve("specimen-link-fra-2024-2025.cer")).exists();
        assertThat(folder.resolve("signers/rsa-pss.cer")).exists();
        assertThat(folder.resolve("master-list-signers/specimen-csca-fra-2025.cer"))
                .exists();
    }

    @Test
    void explainsItselfInBothLanguages() {
        assertThat(run(Locale.FRENCH, "trust", "--help")).isZero();
        assertThat(run(Locale.ENGLISH, "trust", "--help")).isZero();
        assertThat(out.toString()).contains("liste de révocation", "revocation list");
    }

    private X509CRLHolder list(String name) throws IOException {
        return new X509CRLHolder(new ByteArrayInputStream(Files.readAllBytes(folder.resolve(name))));
    }
}
