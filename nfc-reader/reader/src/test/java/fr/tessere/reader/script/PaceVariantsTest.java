package fr.tessere.reader.script;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.FileId;
import fr.tessere.reader.card.ChipInHand;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ICAO 9303-11 §4.4 PACE with every cipher and curve")
class PaceVariantsTest {
    private final SpecimenDocument document = Specimens.load("french-identity-card");

    @Test
    void opensWithEveryCipherAndCurve() {
        List<String> failed = new ArrayList<>();
        for (int cipher = 1; cipher <= 4; cipher++) {
            for (int group = 8; group <= 18; group++) {
                try {
                    String title = opened(paceInfo(2, cipher, group)).openedBy();
                    assertThat(title).startsWith("PACE-ECDH-GM-");
                } catch (Exception | AssertionError refused) {
                    failed.add("cipher " + cipher + ", group " + group + ": " + refused.getMessage());
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void choosesTheBestOfSeveralProtocols() throws Exception {
        ChipOffer.Insight insight =
                opened(paceInfo(2, 1, 12), paceInfo(2, 4, 12), paceInfo(2, 2, 15), paceInfo(6, 5, 18));
        assertThat(insight.openedBy()).isEqualTo("PACE-ECDH-GM-AES-CBC-CMAC-256 secp256r1");
    }

    @Test
    void saysWhichGroupWhereOneProtocolHasSeveral() throws Exception {
        ChipOffer.Insight insight = opened(paceInfo(2, 2, 12), paceInfo(2, 2, 16), paceInfo(2, 2, 13));
        assertThat(insight.openedBy()).isEqualTo("PACE-ECDH-GM-AES-CBC-CMAC-128 brainpoolP384r1");
    }

    @Test
    void namesWhatIsOfferedBeforeAccess() throws Exception {
        ChipOffer offer = inspect(Optional.empty(), paceInfo(2, 2, 13), paceInfo(4, 2, 13), paceInfo(1, 1, 2));
        assertThat(offer.access())
                .containsExactly(
                        "PACE-ECDH-GM-AES-CBC-CMAC-128 brainpoolP256r1",
                        "PACE-ECDH-IM-AES-CBC-CMAC-128 brainpoolP256r1",
                        "PACE-DH-GM-3DES-CBC-CBC 2048-bit MODP with 256-bit order");
        assertThat(offer.insight()).isEmpty();
        assertThat(offer.cost().apdus()).isEqualTo(1);
    }

    @Test
    void saysWhatTheChipOffersInside() throws Exception {
        ChipOffer.Insight insight = opened(paceInfo(2, 2, 13));
        assertThat(insight.dataGroups()).isEqualTo(Set.of(FileId.DG1, FileId.DG2, FileId.DG11, FileId.DG14));
        assertThat(insight.chipAuthentication()).containsExactly("CA-ECDH-AES-CBC-CMAC-128 secp256r1");
        assertThat(insight.activeAuthentication()).isEmpty();
    }

    private ChipOffer.Insight opened(Bytes... paceInfos) throws Exception {
        return inspect(Optional.of(Keys.can(document)), paceInfos).insight().orElseThrow();
    }

    private ChipOffer inspect(Optional<fr.tessere.reader.access.AccessKey> key, Bytes... paceInfos) throws Exception {
        Bytes cardAccess = new StrictTlv(0x31, Bytes.concat(paceInfos)).encode();
        ChipInHand chip = new ChipInHand(document.withFile(FileId.CARD_ACCESS, cardAccess));
        return new ChipReading(new SecureRandom()).inspect(chip, key, ProgressListener.NONE);
    }

    private static Bytes paceInfo(int agreement, int cipher, int group) {
        return Bytes.ofHex("3012060A04007F0007020204%02X%02X0201020201%02X".formatted(agreement, cipher, group));
    }
}
