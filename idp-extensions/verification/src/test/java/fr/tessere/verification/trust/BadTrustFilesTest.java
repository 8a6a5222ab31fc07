package fr.tessere.verification.trust;

import static fr.tessere.verification.trust.TrustFault.LIST_SIGNER_UNTRUSTED;
import static fr.tessere.verification.trust.TrustFault.MALFORMED;
import static fr.tessere.verification.trust.TrustFault.REVOCATION_LIST_UNTRUSTED;
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
    void trustsTheCountrySigner() {
        trust().confirm("country.cer", country.certificate());
    }

    @Nested
    @DisplayName("names that are no text (RFC 5280 §4.1.2.4: UTF8String)")
    class Names {
        @Test
        void aSignerWhoseIssuerCannotBeReadIsLeftOutAndTheRestCounts() {
            Bytes signer = withBrokenName(authority.signer("ecdsa-p256").certificate());
            assertThat(refusedWith("signers/broken.cer", signer)).containsExactly(MALFORMED);
            assertThat(trust().survey().anchors().all()).hasSize(1);
        }

        @Test
        void aListWhoseIssuerCannotBeReadIsRefused() {
            assertThat(refusedWith(
                            "list.crl",
                            withBrokenName(CrlWriter.of(country, FRESH).write())))
                    .containsExactly(MALFORMED);
        }

        /** The two bytes of an accented letter, the second of them made an ordinary letter. */
        private static Bytes withBrokenName(Bytes der) {
            byte[] changed = der.toArray();
            int at = 0;
            while ((changed[at] & 0xFF) != 0xC3 || (changed[at + 1] & 0xFF) != 0xA8) {
                at++;
            }
            changed[at + 1] = 'e';
            return Bytes.of(changed);
        }
    }

    @Nested
    @DisplayName("revocation lists, ICAO 9303-12 §7.1.4")
    class Revocations {
        @Test
        void aGoodOneIsTakenUp() {
            assertThat(refusedWith("list.crl", CrlWriter.of(country, FRESH).write()))
                    .isEmpty();
            assertThat(trust().survey().anchors().revocationLists()).hasSize(1);
        }

        @Test
        void aWrongSignatureIsRefused() {
            assertThat(refusedWith(
                            "list.crl",
                            CrlWriter.of(country, FRESH).withWrongSignature().write()))
                    .containsExactly(REVOCATION_LIST_UNTRUSTED);
        }

        @Test
        void anotherCountrySignerCannotRevokeForThisOne() {
            CountrySigner other = authority.countrySignerOf(IssuingState.UTOPIA);
            trust().confirm("other.cer", other.certificate());
            assertThat(refusedWith(
                            "list.crl",
                            CrlWriter.of(country, FRESH).signedBy(other).write()))
                    .containsExactly(REVOCATION_LIST_UNTRUSTED);
        }

        @Test
        void aDocumentSignerCannotRevoke() {
            DocumentSigner signer = authority.signer("ecdsa-p256");
            assertThat(refusedWith(
                            "list.crl",
                            CrlWriter.of(country, FRESH).signedBy(signer).write()))
                    .containsExactly(REVOCATION_LIST_UNTRUSTED);
        }

        @Test
        void aKeyThatMayNotSignListsCannotRevoke() {
            CountrySigner mute = authority.nextCountrySigner(CertificateFault.NO_REVOCATIONS);
            trust().confirm("mute.cer", mute.certificate());
            assertThat(refusedWith("list.crl", CrlWriter.of(mute, FRESH).write()))
                    .containsExactly(REVOCATION_LIST_UNTRUSTED);
        }
    }

    @Nested
    @DisplayName("master lists, ICAO 9303-12 §9")
    class MasterLists {
        @BeforeEach
        void trustsTheListSignersIssuer() {
            trust().put("master-list-signers/country.cer", country.certificate());
        }

        @Test
        void aGoodOneIsTakenUp() {
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
        void aFaultyMessageIsRefused(MessageFault fault) {
            MasterListWriter faulty = list(authority.masterListSigner()).with(fault);
            assertThat(refusedWith("list.ml", faulty.write(certificates()))).containsExactly(MALFORMED);
        }

        @ParameterizedTest
        @EnumSource(names = {"ISSUER_KEY_OTHER", "ISSUER_OTHER", "SIGNATURE_WRONG"})
        void aSignerThatNobodyVouchesForIsRefused(CertificateFault fault) {
            assertThat(refusedWith(
                            "list.ml", list(authority.masterListSigner(fault)).write(certificates())))
                    .containsExactly(LIST_SIGNER_UNTRUSTED);
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

    private List<TrustFault> refusedWith(String name, Bytes content) {
        return trust().put(name, content).faults();
    }

    private TrustFiles trust() {
        return new TrustFiles(folder);
    }
}
