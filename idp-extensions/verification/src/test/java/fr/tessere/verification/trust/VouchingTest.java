package fr.tessere.verification.trust;

import static fr.tessere.verification.trust.TrustFault.LINK_BROKEN;
import static fr.tessere.verification.trust.TrustFault.LINK_NOT_VALID;
import static fr.tessere.verification.trust.TrustFault.NOT_AN_AUTHORITY;
import static fr.tessere.verification.trust.TrustFault.NOT_CONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.authority.CertificateFault;
import fr.tessere.specimen.authority.CountrySigner;
import fr.tessere.specimen.authority.CrlWriter;
import fr.tessere.specimen.authority.IssuingState;
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

@DisplayName("A new country signer is trusted only by an operator's act, a trusted master list or a link certificate")
class VouchingTest {
    private static final Period LINKED = Period.ofDays("2026-01-01", "2031-12-31");

    private final SpecimenAuthority authority = Specimens.authority();
    private final CountrySigner current = authority.currentCountrySigner();
    private final CountrySigner next = authority.nextCountrySigner();

    @TempDir
    Path folder;

    @Nested
    @DisplayName("lying in the folder")
    class Lying {
        @Test
        void isNoReason() {
            trust().put("new.cer", next.certificate());
            assertThat(trust().faults()).containsExactly(NOT_CONFIRMED);
            assertThat(trust().survey().anchors().all()).isEmpty();
        }

        @Test
        void aConfirmedFingerprintIs() {
            trust().confirm("new.cer", next.certificate());
            assertThat(trust().faults()).isEmpty();
            assertThat(vouching()).containsExactly(Vouching.CONFIRMED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"not hexadecimal", "00112233", "zz"})
        void oneLineThatIsNoFingerprintSpoilsTheWholeFile(String line) {
            trust().confirm("new.cer", next.certificate());
            String confirmed = line + "\n" + fingerprint(next.certificate());
            trust().put("confirmed", Bytes.of(confirmed.getBytes(StandardCharsets.UTF_8)));
            assertThat(trust().faults()).containsExactlyInAnyOrder(TrustFault.MALFORMED, NOT_CONFIRMED);
        }

        @Test
        void aFingerprintAsToolsPrintItIsUnderstood() {
            String colons = fingerprint(next.certificate()).toLowerCase().replaceAll("(..)(?!$)", "$1:");
            trust().put("new.cer", next.certificate())
                    .put(
                            "confirmed",
                            Bytes.of(("# 2026\n\n" + colons + "  by letter\r\n").getBytes(StandardCharsets.UTF_8)));
            assertThat(trust().faults()).isEmpty();
        }

        @Test
        void aDocumentSignerIsNoCountrySignerEvenIfConfirmed() {
            trust().confirm("ds.cer", authority.signer("rsa").certificate());
            assertThat(trust().faults()).containsExactly(NOT_AN_AUTHORITY);
        }

        @Test
        void specimensVouchForSpecimensOnly() {
            trust().put("specimen/new.cer", next.certificate());
            assertThat(trust().survey().anchors().all()).hasSize(1).allMatch(signer -> signer.specimen());
        }

        @Test
        void aFolderNamedByHandIsTrustedForThatQuestion() throws Exception {
            trust().put("new.cer", next.certificate());
            TrustSurvey byHand = TrustFolder.surveyNamedByHand(folder, TrustFiles.TODAY);
            assertThat(byHand.anchors().all())
                    .extracting(signer -> signer.vouching())
                    .containsExactly(Vouching.NAMED);
            trust().put("confirmed", Bytes.of((byte) '#'));
            assertThat(TrustFolder.surveyNamedByHand(folder, TrustFiles.TODAY)
                            .anchors()
                            .all())
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("a link certificate, ICAO 9303-12 §7.1")
    class Link {
        @Test
        void makesTheNextOneTrusted() {
            trust().confirm("old.cer", current.certificate())
                    .put("link.cer", current.linkTo(next, LINKED))
                    .put("new.cer", next.certificate());
            assertThat(trust().faults()).isEmpty();
            assertThat(vouching()).containsExactlyInAnyOrder(Vouching.CONFIRMED, Vouching.LINK, Vouching.LINK);
        }

        @Test
        void leadsOverSeveralGenerations() {
            CountrySigner third = current.renewed("third", LINKED, CertificateFault.NONE);
            trust().confirm("a-old.cer", current.certificate())
                    .put("0-third.cer", third.certificate())
                    .put("1-link.cer", next.linkTo(third, LINKED))
                    .put("z-link.cer", current.linkTo(next, LINKED));
            assertThat(trust().faults()).isEmpty();
            assertThat(vouching()).hasSize(4);
        }

        @ParameterizedTest
        @CsvSource({
            "SIGNATURE_WRONG, LINK_BROKEN",
            "ISSUER_KEY_OTHER, LINK_BROKEN",
            "ISSUER_OTHER, LINK_BROKEN",
            "AUTHORITY_KEY_ID_OTHER, LINK_BROKEN",
            "EXPIRED, LINK_NOT_VALID",
            "NOT_YET_VALID, LINK_NOT_VALID",
            "NO_AUTHORITY, NOT_AN_AUTHORITY",
        })
        void withAFaultMakesNobodyTrusted(CertificateFault fault, TrustFault named) {
            trust().confirm("a-old.cer", current.certificate())
                    .put("b-link.cer", current.linkTo(next, LINKED, fault))
                    .put("c-new.cer", next.certificate());
            assertThat(trust().faults()).containsExactlyInAnyOrder(named, NOT_CONFIRMED);
            assertThat(vouching()).containsExactly(Vouching.CONFIRMED);
        }

        @Test
        void whosePathIsBrokenMakesNobodyTrusted() {
            CountrySigner third = current.renewed("third", LINKED, CertificateFault.NONE);
            trust().confirm("a-old.cer", current.certificate())
                    .put("b-link.cer", next.linkTo(third, LINKED))
                    .put("c-new.cer", third.certificate());
            assertThat(trust().faults()).containsExactlyInAnyOrder(LINK_BROKEN, NOT_CONFIRMED);
        }

        @Test
        void ofAnotherCountryMakesNobodyTrusted() {
            CountrySigner utopia = authority.countrySignerOf(IssuingState.UTOPIA);
            trust().confirm("a-old.cer", utopia.certificate()).put("b-link.cer", utopia.linkTo(next, LINKED));
            assertThat(trust().faults()).containsExactly(LINK_BROKEN);
        }

        @Test
        void forOneKeyVouchesForNoOther() {
            CountrySigner impostor = current.renewed("impostor", LINKED, CertificateFault.NONE);
            trust().confirm("a-old.cer", current.certificate())
                    .put("b-link.cer", current.linkTo(next, LINKED))
                    .put("c-new.cer", impostor.certificate());
            assertThat(trust().faults()).containsExactly(NOT_CONFIRMED);
        }

        @Test
        void endsWithItsTime() {
            trust().confirm("old.cer", current.certificate()).put("link.cer", current.linkTo(next, LINKED));
            TrustSurvey later = trust().survey(Instant.parse("2032-01-01T00:00:01Z"));
            assertThat(later.unused()).extracting(TrustSurvey.Unused::fault).containsExactly(LINK_NOT_VALID);
        }
    }

    @Nested
    @DisplayName("a master list")
    class Listed {
        @Test
        void namesWhomItsSignerVouchesFor() {
            trust().confirm("master-list-signers/fr.cer", current.certificate()).put("list.ml", list("2026-01-01"));
            assertThat(trust().faults()).isEmpty();
            assertThat(vouching())
                    .containsExactlyInAnyOrder(Vouching.CONFIRMED, Vouching.MASTER_LIST, Vouching.MASTER_LIST);
            assertThat(trust().survey().masterLists()).singleElement().satisfies(list -> {
                assertThat(list.country()).isEqualTo("FR");
                assertThat(list.certificates()).isEqualTo(3);
            });
        }

        @Test
        void ofAConfirmedCountrySignerWhoIsNoListSignerCountsForNothing() {
            trust().confirm("fr.cer", current.certificate()).put("list.ml", list("2026-01-01"));
            assertThat(trust().faults()).containsExactly(TrustFault.LIST_SIGNER_UNTRUSTED);
        }

        @Test
        void fromTheFutureCountsForNothing() {
            trust().confirm("master-list-signers/fr.cer", current.certificate()).put("list.ml", list("2026-12-24"));
            assertThat(trust().faults()).containsExactly(TrustFault.FROM_THE_FUTURE);
        }

        private Bytes list(String day) {
            return MasterListWriter.of(authority.masterListSigner(), current, Instant.parse(day + "T00:00:00Z"))
                    .write(authority.countrySigners().values().stream()
                            .map(CountrySigner::certificate)
                            .toList());
        }
    }

    @Test
    @DisplayName("a country signer that a list of its successor names is trusted no more, nor is who it linked")
    void revoked() throws Exception {
        Bytes link = current.linkTo(next, LINKED);
        SignedCertificate linked = SignedCertificate.parse(link);
        trust().confirm("a-old.cer", current.certificate())
                .put("b-link.cer", link)
                .put("c-new.cer", next.certificate())
                .put(
                        "d.crl",
                        CrlWriter.of(current, Period.ofDays("2026-11-01", "2026-12-01"))
                                .revoking(linked.serialNumber())
                                .write());
        assertThat(trust().faults()).containsExactlyInAnyOrder(TrustFault.REVOKED, NOT_CONFIRMED);
        assertThat(vouching()).containsExactly(Vouching.CONFIRMED);
    }

    private List<Vouching> vouching() {
        return trust().survey().anchors().all().stream()
                .map(signer -> signer.vouching())
                .toList();
    }

    private static String fingerprint(Bytes certificate) {
        return fr.tessere.verification.evidence.DigestAlgorithm.SHA256
                .digest(certificate)
                .toHex();
    }

    private TrustFiles trust() {
        return new TrustFiles(folder);
    }
}
