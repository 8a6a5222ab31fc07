package fr.tessere.verification.passive;

import static fr.tessere.protocol.reading.RefusalCode.SIGNER_EXPIRED;
import static fr.tessere.protocol.reading.RefusalCode.SIGNER_REVOKED;
import static fr.tessere.protocol.reading.RefusalCode.SIGNER_UNTRUSTED;
import static fr.tessere.protocol.reading.RefusalCode.SOD_SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.specimen.authority.CrlWriter;
import fr.tessere.specimen.authority.Period;
import fr.tessere.specimen.authority.SpecimenAuthority;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.evidence.CheckLog;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.trust.CountrySigner;
import fr.tessere.verification.trust.RevocationList;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.TrustAnchors;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A verdict that was kept never says more than one that is reached anew: trust, time and revocation count each time. */
class KeptVerdictsTest {
    private static final Instant TODAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final SpecimenAuthority AUTHORITY = Specimens.authority();

    private final Bytes sod = Specimens.load("french-identity-card").fileOf(FileId.SOD);
    private final AtomicReference<TrustAnchors> trusted = new AtomicReference<>(french());
    private final PassiveAuthentication passive = new PassiveAuthentication(trusted::get, false);

    @Nested
    class AfterTheAnchorsWereLoadedAgain {
        @Test
        void aSignerWhoseStateIsNoLongerTrustedIsRefused() throws RefusedException {
            passive.verifyFirst(sod, TODAY, new CheckLog());
            trusted.set(utopian());
            assertThat(codeOfAgain(sod, TODAY)).isEqualTo(SIGNER_UNTRUSTED);
            assertThat(codeOfFirst(sod, TODAY)).isEqualTo(SIGNER_UNTRUSTED);
        }

        @Test
        void aSignerWhoseStateIsTrustedNowIsTaken() throws RefusedException {
            trusted.set(utopian());
            assertThat(codeOfFirst(sod, TODAY)).isEqualTo(SIGNER_UNTRUSTED);
            trusted.set(french());
            assertThat(passive.verifyAgain(sod, TODAY, new CheckLog()).signer().country())
                    .isEqualTo("FR");
        }

        @Test
        void aSignerThatWasRevokedMeanwhileIsRefused() throws RefusedException {
            passive.verifyFirst(sod, TODAY, new CheckLog());
            trusted.set(revoking());
            assertThat(codeOfAgain(sod, TODAY)).isEqualTo(SIGNER_REVOKED);
        }
    }

    @Test
    void aSignerThatExpiredMeanwhileIsRefused() throws RefusedException {
        Instant last = passive.verifyFirst(sod, TODAY, new CheckLog())
                .signer()
                .certificate()
                .notAfter();
        passive.verifyFirst(sod, last, new CheckLog());
        assertThat(codeOfAgain(sod, last.plusSeconds(1))).isEqualTo(SIGNER_EXPIRED);
    }

    @Test
    void whatWasRefusedForItsTimeIsRefusedAgain() throws RefusedException {
        Instant late =
                passive.verify(sod, TODAY).signer().certificate().notAfter().plusSeconds(1);
        assertThat(codeOfFirst(sod, late)).isEqualTo(SIGNER_EXPIRED);
        assertThat(codeOfAgain(sod, late)).isEqualTo(SIGNER_EXPIRED);
    }

    @Test
    void anotherNodeReachesTheSameVerdict() throws RefusedException {
        SignedDocument first = passive.verifyFirst(sod, TODAY, new CheckLog());
        SignedDocument here = passive.verifyAgain(sod, TODAY, new CheckLog());
        SignedDocument elsewhere = new PassiveAuthentication(french(), false).verifyAgain(sod, TODAY, new CheckLog());
        for (SignedDocument again : List.of(here, elsewhere)) {
            assertThat(again.checks()).isEqualTo(first.checks());
            assertThat(again.weaknesses()).isEqualTo(first.weaknesses());
            assertThat(again.securityObjectDigest()).isEqualTo(first.securityObjectDigest());
            assertThat(again.signer().digest()).isEqualTo(first.signer().digest());
        }
    }

    @Test
    void otherBytesAreAnotherDocument() throws RefusedException {
        passive.verifyFirst(sod, TODAY, new CheckLog());
        byte[] changed = sod.toArray();
        changed[changed.length - 1] ^= 1;
        assertThat(codeOfAgain(Bytes.of(changed), TODAY)).isEqualTo(SOD_SIGNATURE);
    }

    private RefusalCode codeOfFirst(Bytes bytes, Instant at) {
        return catchThrowableOfType(RefusedException.class, () -> passive.verifyFirst(bytes, at, new CheckLog()))
                .code();
    }

    private RefusalCode codeOfAgain(Bytes bytes, Instant at) {
        return catchThrowableOfType(RefusedException.class, () -> passive.verifyAgain(bytes, at, new CheckLog()))
                .code();
    }

    private static TrustAnchors french() {
        return anchors(List.of(), "specimen-csca-fra-2024", "specimen-csca-fra-2025");
    }

    private static TrustAnchors utopian() {
        return anchors(List.of(), "specimen-csca-uto");
    }

    private static TrustAnchors revoking() {
        Bytes list = CrlWriter.of(AUTHORITY.currentCountrySigner(), Period.ofDays("2026-11-01", "2026-12-01"))
                .revoking(AUTHORITY.signer("ecdsa-p256"))
                .write();
        return anchors(List.of(list), "specimen-csca-fra-2025");
    }

    private static TrustAnchors anchors(List<Bytes> lists, String... names) {
        try {
            List<CountrySigner> signers = new java.util.ArrayList<>();
            for (String name : names) {
                Bytes certificate = Objects.requireNonNull(
                                AUTHORITY.countrySigners().get(name))
                        .certificate();
                signers.add(new CountrySigner(SignedCertificate.parse(certificate), true));
            }
            List<RevocationList> proven = new java.util.ArrayList<>();
            for (Bytes list : lists) {
                proven.add(RevocationList.parse(list, signers));
            }
            return TrustAnchors.of(signers, List.of(), proven);
        } catch (RefusedException wrong) {
            throw new AssertionError(wrong.detail(), wrong);
        }
    }
}
