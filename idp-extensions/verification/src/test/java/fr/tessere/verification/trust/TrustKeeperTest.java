package fr.tessere.verification.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.authority.CountrySigner;
import fr.tessere.specimen.authority.CrlWriter;
import fr.tessere.specimen.authority.IssuingState;
import fr.tessere.specimen.authority.Period;
import fr.tessere.specimen.authority.SpecimenAuthority;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.evidence.DigestAlgorithm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What is trusted follows the folder; a broken folder replaces nothing")
class TrustKeeperTest {
    private static final Instant TODAY = TrustFiles.TODAY;
    private static final Period LINKED = Period.ofDays("2026-01-01", "2031-12-31");

    private final SpecimenAuthority authority = Specimens.authority();
    private final CountrySigner country = authority.currentCountrySigner();
    private final CountrySigner utopia = authority.countrySignerOf(IssuingState.UTOPIA);

    @TempDir
    Path parent;

    private Path folder;
    private TrustFiles files;
    private TrustKeeper keeper;

    @BeforeEach
    void opened() throws IOException {
        folder = Files.createDirectory(parent.resolve("trust"));
        files = new TrustFiles(folder).confirm("fr.cer", country.certificate());
        keeper = TrustKeeper.open(folder, TODAY);
    }

    @Nested
    class AChange {
        @Test
        void counts() {
            TrustAnchors before = keeper.get();
            files.confirm("ut.cer", utopia.certificate());
            assertThat(lookTwice()).isPresent();
            assertThat(keeper.get().all()).hasSize(2);
            assertThat(keeper.get().version()).isNotEqualTo(before.version());
            assertThat(before.all()).as("what a verification under way holds").hasSize(1);
            TrustChanges changes = keeper.state().changes().orElseThrow();
            assertThat(changes.added())
                    .singleElement()
                    .satisfies(one -> assertThat(one.certificate().country()).isEqualTo("UT"));
            assertThat(changes.removed()).isEmpty();
        }

        @Test
        void isAlsoWhatWasConfirmedElsewhere() {
            files.put("ut.cer", utopia.certificate());
            lookTwice();
            assertThat(keeper.get().all()).as("lying there is no reason").hasSize(1);
            Bytes fingerprint = DigestAlgorithm.SHA256.digest(utopia.certificate());
            keeper.confirmedBesides(() -> Set.of(fingerprint));
            assertThat(lookTwice()).isPresent();
            assertThat(keeper.get().all()).hasSize(2);
            assertThat(lookTwice()).as("told once").isEmpty();
            keeper.confirmedBesides(Set::of);
            assertThat(lookTwice()).isPresent();
            assertThat(keeper.get().all()).hasSize(1);
        }

        @Test
        void mayTakeTheLastStateIfOfficersMeanIt() throws IOException {
            Files.delete(folder.resolve("fr.cer"));
            Files.delete(folder.resolve("confirmed"));
            files.put("ut.cer", utopia.certificate());
            Bytes fingerprint = DigestAlgorithm.SHA256.digest(utopia.certificate());
            keeper.confirmedBesides(() -> Set.of(fingerprint));
            lookTwice();
            assertThat(keeper.get().all()).hasSize(1);
            keeper.confirmedBesides(Set::of);
            assertThat(lookTwice()).isPresent();
            assertThat(keeper.get().all()).isEmpty();
            assertThat(keeper.state().broken()).isEmpty();
        }

        @Test
        void waitsUntilTheFilesRest() {
            files.confirm("ut.cer", utopia.certificate());
            assertThat(keeper.look(TODAY)).isEmpty();
            files.put("more.crl", revocations());
            assertThat(keeper.look(TODAY)).as("other files than before").isEmpty();
            assertThat(keeper.get().all()).hasSize(1);
            assertThat(keeper.look(TODAY)).isPresent();
            assertThat(keeper.get().revocationLists()).hasSize(1);
        }

        @Test
        void isToldOnce() {
            files.put("fr.crl", revocations());
            assertThat(lookTwice()).isPresent();
            assertThat(lookTwice()).isEmpty();
            assertThat(keeper.state().changes().orElseThrow().listsAdded()).hasSize(1);
        }

        @Test
        void toFewerCertificatesIsTheOperatorsAct() {
            files.confirm("ut.cer", utopia.certificate());
            lookTwice();
            files.remove("ut.cer");
            assertThat(lookTwice()).isPresent();
            assertThat(keeper.get().all()).hasSize(1);
            assertThat(keeper.state().changes().orElseThrow().removed()).hasSize(1);
        }

        @Test
        void isAlsoAFingerprintThatIsTakenBack() {
            files.confirm("ut.cer", utopia.certificate());
            lookTwice();
            String only = fr.tessere.verification.evidence.DigestAlgorithm.SHA256
                    .digest(country.certificate())
                    .toHex();
            files.put("confirmed", Bytes.of(only.getBytes(StandardCharsets.US_ASCII)));
            assertThat(lookTwice()).isPresent();
            assertThat(keeper.get().all()).hasSize(1);
        }

        @Test
        void isAlsoTheEndOfALink() {
            files.put("link.cer", country.linkTo(authority.nextCountrySigner(), LINKED));
            lookTwice();
            assertThat(keeper.get().all()).hasSize(2);
            keeper.look(Instant.parse("2032-01-01T10:00:00Z"));
            assertThat(keeper.get().all()).as("the folder was not touched").hasSize(1);
        }

        @Test
        void whichOnlyAddsWhatNobodyVouchesForIsToldAndTheRestCounts() {
            files.put("ut.cer", utopia.certificate()).put("fr.crl", revocations());
            assertThat(lookTwice()).isPresent();
            assertThat(keeper.get().revocationLists()).hasSize(1);
            assertThat(keeper.state().current().unused())
                    .extracting(TrustSurvey.Unused::fault)
                    .containsExactly(TrustFault.NOT_CONFIRMED);
        }
    }

    @Test
    void isAsOldAsItsNewestListHoweverOftenTheServerStarts() throws IOException {
        assertThat(keeper.state().current().newestList()).isEmpty();
        files.put("fr.crl", revocations());
        lookTwice();
        Instant made = keeper.get().revocationLists().stream()
                .findFirst()
                .orElseThrow()
                .thisUpdate();
        assertThat(keeper.state().current().newestList()).contains(made);

        Instant later = TODAY.plus(Duration.ofDays(9));
        TrustState restarted = TrustKeeper.open(folder, later).state();
        assertThat(restarted.since()).isEqualTo(later);
        assertThat(restarted.current().newestList()).contains(made);
        assertThat(made).isBefore(TODAY);
    }

    @Nested
    class ABrokenFolder {
        @Test
        void withAFileThatWasExchangedForABrokenOneReplacesNothing() {
            files.put("fr.crl", revocations());
            lookTwice();
            String version = keeper.get().version();

            files.put("fr.crl", revocations().slice(0, 100)).confirm("ut.cer", utopia.certificate());
            assertThat(lookTwice()).isPresent();
            assertThat(keeper.get().version()).isEqualTo(version);
            assertThat(keeper.state().broken().orElseThrow().file()).isEqualTo("fr.crl");
            assertThat(lookTwice()).as("told once").isEmpty();

            files.put("fr.crl", revocations());
            assertThat(lookTwice()).isPresent();
            assertThat(keeper.state().broken()).isEmpty();
            assertThat(keeper.get().all()).hasSize(2);
        }

        @Test
        void withAListThatNobodySignedInPlaceOfAGoodOneReplacesNothing() {
            files.put("fr.crl", revocations());
            lookTwice();
            files.put(
                    "fr.crl",
                    CrlWriter.of(country, Period.ofDays("2026-11-02", "2026-12-02"))
                            .withWrongSignature()
                            .write());
            lookTwice();
            assertThat(keeper.get().revocationLists()).hasSize(1);
            assertThat(keeper.state().broken().orElseThrow().fault()).isEqualTo(TrustFault.REVOCATION_LIST_UNTRUSTED);
        }

        @Test
        void withoutTheOperatorsListReplacesNothing() {
            files.remove("confirmed");
            lookTwice();
            assertThat(keeper.get().all()).hasSize(1);
            assertThat(keeper.state().broken()).isPresent();
        }

        @Test
        void thatIsGoneReplacesNothingAndIsWellWhenItIsBack() throws IOException {
            Files.move(folder, parent.resolve("elsewhere"));
            assertThat(lookTwice()).isPresent();
            assertThat(keeper.get().all()).hasSize(1);
            assertThat(keeper.state().broken()).isPresent();

            Files.move(parent.resolve("elsewhere"), folder);
            assertThat(lookTwice()).isPresent();
            assertThat(keeper.state().broken()).isEmpty();
        }

        @Test
        void atTheStartIsAnError() {
            assertThatThrownBy(() -> TrustKeeper.open(parent.resolve("nowhere"), TODAY))
                    .isInstanceOf(IOException.class);
        }
    }

    private Optional<TrustState> lookTwice() {
        Optional<TrustState> first = keeper.look(TODAY);
        Optional<TrustState> second = keeper.look(TODAY);
        return second.isPresent() ? second : first;
    }

    private Bytes revocations() {
        return CrlWriter.of(country, Period.ofDays("2026-11-01", "2026-12-01")).write();
    }
}
