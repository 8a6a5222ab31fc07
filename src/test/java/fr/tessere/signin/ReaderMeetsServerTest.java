package fr.tessere.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.reader.script.OpenedChip;
import fr.tessere.server.SpecimenCard;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.ChipVerification;
import fr.tessere.verification.Decided;
import fr.tessere.verification.NextScript;
import fr.tessere.verification.ReadingRequest;
import fr.tessere.verification.SealingKey;
import fr.tessere.verification.Step;
import fr.tessere.verification.VerificationSettings;
import fr.tessere.verification.evidence.Evidence;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.trust.CountrySigner;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.TrustAnchors;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The product's reader and the server's verification, written apart, on one chip; nothing between them but the messages. */
@DisplayName("The reader and the server meet at the chip")
class ReaderMeetsServerTest {
    private static final Instant TODAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final ReadingRequest REQUEST =
            new ReadingRequest("handle-1", "demo-service", "eidas1", Set.of(FileId.DG1));

    @ParameterizedTest(name = "{0}: {1} in {2} scripts")
    @CsvSource({
        "pace-cam-only, pace-chip-authentication-mapping, 3",
        "identity-card-cam-and-ca, chip-authentication, 1",
        "french-identity-card, chip-authentication, 1",
        "passport-bac-chip-authentication, chip-authentication, 1",
        "passport-pace-ecdsa-aa, active-authentication, 1",
    })
    void agreeOnTheProof(String name, String proof, int scripts) throws Exception {
        ChipVerification verification = new ChipVerification(
                anchors(), new SealingKey(Bytes.of(new byte[32])), new SecureRandom(), VerificationSettings.defaults());
        try (SpecimenCard card = SpecimenCard.overTcp(Specimens.load(name))) {
            OpenedChip chip = card.open(card.channel());
            Step step = verification.begin(chip.readFiles(REQUEST.wanted()), REQUEST, TODAY);
            int played = 0;
            while (step instanceof NextScript next) {
                played++;
                step = verification.resume(next.pending(), chip.play(next.script()), REQUEST, TODAY);
            }
            assertThat(evidence((Decided) step).proof().word()).isEqualTo(proof);
            assertThat(played).isEqualTo(scripts);
        }
    }

    private static Evidence evidence(Decided decided) {
        return decided.verdict().fold(verified -> verified.evidence(), refused -> {
            throw new AssertionError(refused.code() + ": " + refused.detail());
        });
    }

    private static TrustAnchors anchors() throws RefusedException {
        List<CountrySigner> anchors = new ArrayList<>();
        for (fr.tessere.specimen.authority.CountrySigner signer :
                Specimens.authority().countrySigners().values()) {
            anchors.add(new CountrySigner(SignedCertificate.parse(signer.certificate()), true));
        }
        return TrustAnchors.of(anchors, List.of(), List.of());
    }
}
