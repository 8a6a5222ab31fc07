package fr.tessere.verification;

import static fr.tessere.verification.Door.REQUEST;
import static fr.tessere.verification.Door.TODAY;
import static fr.tessere.verification.Door.codeOf;
import static fr.tessere.verification.Door.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.assurance.KillSwitch;
import fr.tessere.verification.assurance.KillSwitches;
import fr.tessere.verification.assurance.SwitchKind;
import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.RefusedException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What an officer switches off is refused by its name, also where its signer was found good before")
class KillSwitchTest {
    private static final String CARD = "french-identity-card";

    private final Door door = new Door();

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "country, FR, country-switched-off",
        "country, fra, country-switched-off",
        "document-type, ID, document-type-switched-off",
        "document-type, i, document-type-switched-off",
        "document-type, FRA:ID, document-type-switched-off",
        "algorithm, SHA256withECDSA, algorithm-switched-off",
        "algorithm, sha-256, algorithm-switched-off",
        "algorithm, secp256r1, algorithm-switched-off",
        "algorithm, AES-128, algorithm-switched-off",
    })
    void refuses(String kind, String written, String code) {
        verified(read(KillSwitches.NONE));

        assertThat(codeOf(read(one(kind, written))))
                .isEqualTo(RefusalCode.ofWord(code).orElseThrow());
        verified(read(KillSwitches.NONE));
    }

    @ParameterizedTest(name = "{0} {1} is not this document")
    @CsvSource({
        "country, DE",
        "country, UTO",
        "document-type, P",
        "document-type, UTO:ID",
        "algorithm, SHA-1",
        "algorithm, 3DES",
        "signer, 0000000000000000000000000000000000000000",
        "country-signer, 0000000000000000000000000000000000000000",
    })
    void leavesOthersAlone(String kind, String written) {
        assertThat(verified(read(one(kind, written))).evidence().checks())
                .containsEntry(Check.SWITCHES, CheckResult.SUCCESSFUL);
    }

    @ParameterizedTest
    @CsvSource({"SIGNER", "COUNTRY_SIGNER"})
    void signersGoByDigestAndByKey(SwitchKind kind) {
        Map<SwitchKind, Set<String>> facts = verified(read(KillSwitches.NONE)).facts();

        assertThat(facts.getOrDefault(kind, Set.of())).hasSizeGreaterThanOrEqualTo(1);
        for (String name : facts.getOrDefault(kind, Set.of())) {
            assertThat(codeOf(read(one(kind.word(), name)))).isEqualTo(kind.refusal());
        }
    }

    @Test
    void whatWasSwitchedOffAfterTheReadingIsRefusedAtItsEnd() throws RefusedException {
        Verified verified = verified(read(KillSwitches.NONE));
        Verified later = door.verification.open(door.verification.seal(verified, REQUEST), REQUEST);

        later.require(one("country", "DE"));
        assertThatThrownBy(() -> later.require(one("document-type", "ID")))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.DOCUMENT_TYPE_SWITCHED_OFF));
    }

    @ParameterizedTest
    @CsvSource({
        "signer, not-hex",
        "signer, 00",
        "country, FRAN",
        "country, F1",
        "document-type, '1'",
        "document-type, FRA:",
        "algorithm, a",
        "algorithm, <b>",
    })
    void aValueOfAnotherFormIsNone(String kind, String written) {
        assertThat(SwitchKind.ofWord(kind).orElseThrow().value(written)).isEmpty();
    }

    private Verdict read(KillSwitches switches) {
        ReaderAtHand reader = new ReaderAtHand(Specimens.load(CARD));
        ChipVerification verification = door.verification.under(switches);
        Step step = verification.begin(reader.files(), REQUEST, TODAY);
        while (step instanceof NextScript next) {
            step = verification.resume(next.pending(), reader.play(next.script()), REQUEST, TODAY);
        }
        return ((Decided) step).verdict();
    }

    private static KillSwitches one(String word, String written) {
        SwitchKind kind = SwitchKind.ofWord(word).orElseThrow();
        return new KillSwitches(Set.of(new KillSwitch(kind, kind.value(written).orElseThrow())));
    }
}
