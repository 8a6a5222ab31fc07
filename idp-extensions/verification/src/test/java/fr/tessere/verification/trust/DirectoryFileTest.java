package fr.tessere.verification.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.authority.CountrySigner;
import fr.tessere.specimen.authority.CrlWriter;
import fr.tessere.specimen.authority.MasterListWriter;
import fr.tessere.specimen.authority.Period;
import fr.tessere.specimen.authority.SpecimenAuthority;
import fr.tessere.specimen.document.Specimens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Files of the ICAO directory (LDIF, RFC 2849)")
class DirectoryFileTest {
    private final SpecimenAuthority authority = Specimens.authority();
    private final CountrySigner country = authority.currentCountrySigner();
    private final Bytes signer = authority.signer("rsa").certificate();

    @TempDir
    Path folder;

    @Nested
    @DisplayName("what is good in them is taken up")
    class Good {
        @Test
        void documentSignersListsAndRevocations() {
            Bytes list = MasterListWriter.of(
                            authority.masterListSigner(), country, Instant.parse("2026-01-01T00:00:00Z"))
                    .write(List.of(country.certificate()));
            Bytes revocations = CrlWriter.of(country, Period.ofDays("2026-11-01", "2026-12-01"))
                    .write();
            String ldif = "version: 1\n\n"
                    + entry("dsc", "FR", "userCertificate;binary", signer)
                    + entry("ml", "FR", "pkdMasterListContent", list)
                    + entry("crl", "FR", "certificateRevocationList;binary", revocations);
            new TrustFiles(folder).confirm("master-list-signers/fr.cer", country.certificate());
            TrustSurvey survey = with(ldif).survey();
            assertThat(survey.unused()).isEmpty();
            assertThat(survey.anchors().all()).hasSize(1);
            assertThat(survey.anchors().revocationLists()).hasSize(1);
            assertThat(survey.anchors().knownDocumentSigners()).isEqualTo(1);
        }

        @Test
        void withCommentsCarriageReturnsAndFoldedNames() {
            String ldif =
                    "# a comment\r\n that goes on\r\n\r\nversion: 1\r\ndn: cn=1,o=dsc,c=F\r\n R,dc=data,dc=download\r\n"
                            + "objectClass: top\r\nuserCertificate;binary:: "
                            + folded(signer).replace("\n", "\r\n") + "\r\n";
            assertThat(with(ldif).faults()).isEmpty();
        }
    }

    @Nested
    @DisplayName("a directory vouches for nobody")
    class Unsigned {
        @Test
        void aCountrySignerInItIsNotConfirmedByThat() {
            assertThat(with(entry("csca", "FR", "cACertificate;binary", country.certificate()))
                            .faults())
                    .containsExactly(TrustFault.NOT_CONFIRMED);
        }

        @Test
        void norIsAMasterListOfAnybody() {
            Bytes list = MasterListWriter.of(
                            authority.masterListSigner(), country, Instant.parse("2026-01-01T00:00:00Z"))
                    .write(List.of(country.certificate()));
            assertThat(with(entry("ml", "FR", "pkdMasterListContent", list)).faults())
                    .containsExactly(TrustFault.LIST_SIGNER_UNTRUSTED);
        }
    }

    @Nested
    @DisplayName("lies")
    class Lies {
        @ParameterizedTest
        @CsvSource({"dsc, DE", "csca, FR", "crl, FR", "ml, FR"})
        void anEntryInTheWrongPlaceIsNamed(String branch, String place) {
            assertThat(with(entry(branch, place, "userCertificate;binary", signer))
                            .faults())
                    .containsExactly(TrustFault.ENTRY_DIFFERS);
        }

        @Test
        void aCountrySignerAmongDocumentSignersIsNamed() {
            assertThat(with(entry("dsc", "FR", "userCertificate;binary", country.certificate()))
                            .faults())
                    .containsExactly(TrustFault.ENTRY_DIFFERS);
        }

        @Test
        void aRevocationListOfAnotherCountryIsNamed() {
            Bytes list = CrlWriter.of(country, Period.ofDays("2026-11-01", "2026-12-01"))
                    .write();
            assertThat(with(entry("crl", "UT", "certificateRevocationList;binary", list))
                            .faults())
                    .containsExactly(TrustFault.ENTRY_DIFFERS);
        }

        @Test
        void oneBadEntryLeavesTheOthers() {
            TrustFiles files = with(entry("dsc", "DE", "userCertificate;binary", signer)
                    + entry("dsc", "FR", "userCertificate;binary", Bytes.of(new byte[] {0x30, 1, 0}))
                    + entry("dsc", "FR", "userCertificate;binary", signer));
            assertThat(files.faults()).containsExactly(TrustFault.ENTRY_DIFFERS, TrustFault.MALFORMED);
            assertThat(files.survey().anchors().knownDocumentSigners()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @DisplayName("what RFC 2849 does not allow, or we do not do, refuses the whole file")
    @ValueSource(
            strings = {
                "",
                "version: 2\n\ndn: c=FR\nuserCertificate:: MAA=\n",
                "userCertificate:: MAA=\n",
                "dn: c=FR\ndn: c=DE\nuserCertificate:: MAA=\n",
                "dn: c=FR\nchangetype: delete\n",
                "dn: c=FR\nchangetype: add\nuserCertificate:: MAA=\n",
                "dn: c=FR\nuserCertificate:< file:///etc/passwd\n",
                "dn: c=FR\nuserCertificate:: MA*A=\n",
                "dn: c=FR\nuserCertificate:: MAA\n",
                "dn: c=FR\nuserCertificate\n",
                "dn: c=FR\n: x\n",
                " dn: c=FR\nuserCertificate:: MAA=\n",
                "dn: c=FR\n-\nuserCertificate:: MAA=\n",
                "dn: c=Fr\u00e9\nuserCertificate:: MAA=\n",
                "dn: c=FR\nobjectClass: top\n",
            })
    void isRefusedAsAWhole(String ldif) {
        assertThat(with(ldif).faults()).containsExactly(TrustFault.MALFORMED);
    }

    @Test
    @DisplayName("an entry of a thousand and one values is too large")
    void tooManyValues() {
        String ldif = "dn: c=FR\n" + "sn: 1\n".repeat(1_001) + "userCertificate:: MAA=\n";
        assertThat(with(ldif).faults()).containsExactly(TrustFault.TOO_LARGE);
    }

    private TrustFiles with(String ldif) {
        return new TrustFiles(folder).put("pkd.ldif", Bytes.of(ldif.getBytes(StandardCharsets.UTF_8)));
    }

    private static String entry(String branch, String country, String attribute, Bytes value) {
        return "dn: cn=OU\\=specimen\\,C\\=%s,o=%s,c=%s,dc=data,dc=download,dc=pkd,dc=icao,dc=int%n"
                        .formatted(country, branch, country)
                + "pkdVersion: 1150\n" + attribute + ":: " + folded(value) + "\n\n";
    }

    /** As the directory writes it: 76 characters a line. */
    private static String folded(Bytes value) {
        return value.toBase64().replaceAll("(.{76})(?=.)", "$1\n ");
    }
}
