package fr.tessere.verification;

import static fr.tessere.verification.Door.verified;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.card.FileId;
import fr.tessere.specimen.document.Holder;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.Evidence;
import fr.tessere.verification.identity.CitizenIdentity;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Who the document speaks of: ICAO 9303-3 §4 and §6, 9303-5 §4.2.2, 9303-10 §4.7.11")
class IdentityTest {
    private static final String LONG = "Featherstonehaugh-Cholmondeley-Marjoribanks";
    private static final Set<FileId> ZONE = Set.of(FileId.DG1);
    private static final Set<FileId> ZONE_AND_DETAILS = Set.of(FileId.DG1, FileId.DG11);

    @Nested
    class Names {
        @Test
        void thatWereCutAreWholeAgainFromDg11WhereItIsRead() {
            SpecimenDocument document = named(LONG, "Bartholomew Maximilian");

            assertThat(read(document, ZONE).familyName())
                    .as("30 characters, one of them for a given name")
                    .isEqualTo("FEATHERSTONEHAUGH CHOLMONDE");
            assertThat(read(document, ZONE_AND_DETAILS).familyName()).isEqualTo(LONG);
            assertThat(read(document, ZONE_AND_DETAILS).givenNames()).isEqualTo("Bartholomew Maximilian");
        }

        @ParameterizedTest(name = "{0} is {1} in the zone")
        @CsvSource({
            "Überspecimen-Groß, UEBERSPECIMEN GROSS",
            "d'Exemple, DEXEMPLE",
            "Lenœud, LENOEUD",
            "Łukasiewicz, LUKASIEWICZ",
            "Ångström, AANGSTROEM",
        })
        void thatWereTransliteratedAreWrittenAsTheyAreInDg11(String name, String transliterated) {
            SpecimenDocument document = named(name, "Zoé");

            assertThat(read(document, ZONE).familyName()).isEqualTo(transliterated);
            assertThat(read(document, ZONE_AND_DETAILS).familyName()).isEqualTo(name);
        }

        @Test
        void areThoseOfTheZoneWhereTheDocumentHasNoDg11() {
            assertThat(read(Specimens.load("passport-active-authentication"), ZONE_AND_DETAILS)
                            .familyName())
                    .isUpperCase();
        }

        @Test
        void ofAPersonWithOneNameOnlyAreAFamilyName() {
            CitizenIdentity identity = read(named("Asa", ""), ZONE);

            assertThat(identity.familyName()).isEqualTo("ASA");
            assertThat(identity.givenNames()).isEmpty();
        }
    }

    @Test
    void aLongNumberIsTheWholeNumber() {
        Verified verified = verified(new Door().read(new ReaderAtHand(Specimens.load("identity-card-long-number"))));

        assertThat(verified.document().number()).isEqualTo("USPC00012345");
    }

    @Test
    void anUnknownDayOfBirthIsNotInvented() {
        CitizenIdentity identity = read(Specimens.load("identity-card-unknown-birth-date"), ZONE);

        assertThat(identity.birthDate().day()).isZero();
        assertThat(identity.birthDate().text()).doesNotContain("-00").hasSizeLessThan(10);
    }

    @ParameterizedTest(name = "{0}: LDS version {1}")
    @CsvSource({"french-identity-card, 0", "passport-p384-aes256, 1"})
    void bothVersionsOfTheSecurityObjectAreRead(String name, int version) {
        Evidence evidence = verified(new Door().read(new ReaderAtHand(Specimens.load(name))))
                .evidence();

        assertThat(evidence.checks()).containsEntry(Check.SOD_FORMAT, CheckResult.SUCCESSFUL);

        assertThat(Specimens.load(name).fileOf(FileId.COM).toHex()).contains(version == 0 ? "30313037" : "30313038");
    }

    private static SpecimenDocument named(String family, String given) {
        var card = Specimens.prepare("french-identity-card");
        Holder holder = card.holder().withFamilyName(family).withGivenNames(given);
        return card.with(holder).make();
    }

    private static CitizenIdentity read(SpecimenDocument document, Set<FileId> wanted) {
        ReaderAtHand reader = new ReaderAtHand(document);
        ReadingRequest request = new ReadingRequest("handle-1", "demo-service", "eidas1", wanted);
        ChipVerification verification = new Door().verification;
        Step step = verification.begin(reader.files(), request, Door.TODAY);
        while (step instanceof NextScript next) {
            step = verification.resume(next.pending(), reader.play(next.script()), request, Door.TODAY);
        }
        return verified(((Decided) step).verdict()).identity();
    }
}
