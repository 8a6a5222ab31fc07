package fr.tessere.verification.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.authority.CertificateFault;
import fr.tessere.specimen.authority.CountrySigner;
import fr.tessere.specimen.authority.CrlWriter;
import fr.tessere.specimen.authority.DocumentSigner;
import fr.tessere.specimen.authority.IssuingState;
import fr.tessere.specimen.authority.MasterListWriter;
import fr.tessere.specimen.authority.MessageFault;
import fr.tessere.specimen.authority.Period;
import fr.tessere.specimen.authority.SpecimenAuthority;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A trust folder with a file that nobody rightly vouches for: no part of the file is trusted")
class BadTrustFilesTest {
    private static final Period FRESH = Period.ofDays("2026-01-01", "2045-12-31");
    private static final Instant SIGNED = Instant.parse("2026-01-01T00:00:00Z");

    private final SpecimenAuthority authority = Specimens.authority();
    private final CountrySigner country = authority.currentCountrySigner();

    @TempDir
    Path folder;

    @BeforeEach
    void trustsTheCountrySigner() throws IOException {
        Files.write(folder.resolve("country.cer"), country.certificate().toArray());
    }

    @Nested
    @DisplayName("revocation lists, ICAO 9303-12 §7.1.4")
    class Revocations {
        @Test
        void aGoodOneIsTakenUp() throws IOException {
            assertThat(refusedWith("list.crl", CrlWriter.of(country, FRESH).write()))
                    .isEmpty();
        }

        @Test
        void aWrongSignatureIsRefused() throws IOException {
            assertThat(refusedWith(
                            "list.crl",
                            CrlWriter.of(country, FRESH).withWrongSignature().write()))
                    .hasSize(1);
        }

        @Test
        void anotherCountrySignerCannotRevokeForThisOne() throws IOException {
            CountrySigner other = authority.countrySignerOf(IssuingState.UTOPIA);
            Files.write(folder.resolve("other.cer"), other.certificate().toArray());
            assertThat(refusedWith(
                            "list.crl",
                            CrlWriter.of(country, FRESH).signedBy(other).write()))
                    .hasSize(1);
        }

        @Test
        void aDocumentSignerCannotRevoke() throws IOException {
            DocumentSigner signer = authority.signer("ecdsa-p256");
            assertThat(refusedWith(
                            "list.crl",
                            CrlWriter.of(country, FRESH).signedBy(signer).write()))
                    .hasSize(1);
        }

        @Test
        void aKeyThatMayNotSignListsCannotRevoke() throws IOException {
            CountrySigner mute = authority.nextCountrySigner(CertificateFault.NO_REVOCATIONS);
            Files.write(folder.resolve("mute.cer"), mute.certificate().toArray());
            assertThat(refusedWith("list.crl", CrlWriter.of(mute, FRESH).write()))
                    .hasSize(1);
        }
    }

    @Nested
    @DisplayName("master lists, ICAO 9303-12 §9")
    class MasterLists {
        @BeforeEach
        void trustsTheListSignersIssuer() throws IOException {
            Path signers = Files.createDirectories(folder.resolve("master-list-signers"));
            Files.write(signers.resolve("country.cer"), country.certificate().toArray());
        }

        @Test
        void aGoodOneIsTakenUp() throws IOException {
            assertThat(refusedWith("list.ml", list(authority.masterListSigner()).write(certificates())))
                    .isEmpty();
        }

        @ParameterizedTest
        @EnumSource(
                names = {
                    "VERSION_OTHER",
                    "DIGESTS_MD5",
                    "CONTENT_TYPE_OTHER",
                    "NO_SIGNER",
                    "TWO_SIGNERS",
                    "CERTIFICATE_OTHER",
                    "SIGNATURE_WRONG",
                    "SIGNED_OTHER",
                    "DIGEST_WRONG",
                    "DIGEST_MISSING",
                    "TYPE_ATTRIBUTE_OTHER"
                })
        void aFaultyMessageIsRefused(MessageFault fault) throws IOException {
            MasterListWriter faulty = list(authority.masterListSigner()).with(fault);
            assertThat(refusedWith("list.ml", faulty.write(certificates()))).hasSize(1);
        }

        @ParameterizedTest
        @EnumSource(names = {"ISSUER_KEY_OTHER", "ISSUER_OTHER", "SIGNATURE_WRONG"})
        void aSignerThatNobodyVouchesForIsRefused(CertificateFault fault) throws IOException {
            assertThat(refusedWith(
                            "list.ml", list(authority.masterListSigner(fault)).write(certificates())))
                    .hasSize(1);
        }

        private MasterListWriter list(DocumentSigner signer) {
            return MasterListWriter.of(signer, country, SIGNED);
        }

        private List<Bytes> certificates() {
            return authority.countrySigners().values().stream()
                    .map(CountrySigner::certificate)
                    .toList();
        }
    }

    private List<TrustSurvey.RefusedFile> refusedWith(String name, Bytes content) throws IOException {
        Files.write(folder.resolve(name), content.toArray());
        TrustSurvey survey = TrustFolder.survey(folder);
        return survey.refused();
    }
}
