package fr.tessere.reader.script;

import static fr.tessere.reader.script.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.access.AccessKey;
import fr.tessere.reader.card.ChipInHand;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.specimen.chip.ChipMappingKey;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("ICAO 9303-11 §4.4 PACE with every cipher and curve")
class PaceVariantsTest {
    private final SpecimenDocument document = Specimens.load("french-identity-card");

    @ParameterizedTest(name = "PACE-{1}")
    @CsvSource({"1, DH-GM, 0, 2", "2, ECDH-GM, 8, 18", "3, DH-IM, 0, 2", "4, ECDH-IM, 8, 18"})
    void opensWithEveryCipherAndGroup(int agreement, String name, int first, int last) {
        List<String> failed = new ArrayList<>();
        for (int cipher = 1; cipher <= 4; cipher++) {
            for (int group = first; group <= last; group++) {
                try {
                    if (agreement != 4 || group != 10) {
                        String title =
                                opened(paceInfo(agreement, cipher, group)).openedBy();
                        assertThat(title).startsWith("PACE-" + name + "-");
                    }
                } catch (Exception | AssertionError refused) {
                    failed.add("cipher " + cipher + ", group " + group + ": " + refused.getMessage());
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    @ParameterizedTest(name = "cipher {0}, group {1}")
    @CsvSource({"2, 13", "3, 12", "4, 15", "2, 8", "4, 18"})
    void opensWithChipAuthenticationMapping(int cipher, int group) throws Exception {
        SpecimenDocument card =
                document.with(document.contents().withKeys(List.of(), List.of(mappingKey(group)), Optional.empty()));
        String title = inspect(card, Optional.of(Keys.can(card)), paceInfo(6, cipher, group))
                .insight()
                .orElseThrow()
                .openedBy();
        assertThat(title).startsWith("PACE-ECDH-CAM-AES-");
    }

    @Test
    void opensWithTheMrzInEveryMapping() throws Exception {
        for (Bytes info : List.of(paceInfo(1, 2, 0), paceInfo(2, 2, 13), paceInfo(3, 2, 0), paceInfo(4, 2, 13))) {
            assertThat(inspect(document, Optional.of(Keys.mrz(document)), info).insight())
                    .isPresent();
        }
    }

    @Test
    @DisplayName("takes curves before primes, generic before chip authentication before integrated mapping, AES first")
    void keepsItsOrderOfPreference() throws Exception {
        ChipOffer offer = inspect(
                Optional.empty(),
                paceInfo(3, 4, 2),
                paceInfo(1, 4, 2),
                paceInfo(4, 4, 17),
                paceInfo(6, 4, 17),
                paceInfo(2, 2, 12),
                paceInfo(2, 1, 17));
        assertThat(offer.access())
                .containsExactly(
                        "PACE-ECDH-GM-AES-CBC-CMAC-128 secp256r1",
                        "PACE-ECDH-GM-3DES-CBC-CBC brainpoolP512r1",
                        "PACE-ECDH-CAM-AES-CBC-CMAC-256 brainpoolP512r1",
                        "PACE-ECDH-IM-AES-CBC-CMAC-256 brainpoolP512r1",
                        "PACE-DH-GM-AES-CBC-CMAC-256 2048-bit MODP with 256-bit order",
                        "PACE-DH-IM-AES-CBC-CMAC-256 2048-bit MODP with 256-bit order");
    }

    @ParameterizedTest(name = "arc {0}, cipher {1}, group {2}")
    @CsvSource({"5, 2, 13", "6, 1, 13", "4, 2, 10", "2, 5, 13", "2, 2, 0", "1, 2, 13", "2, 2, 19", "1, 2, 3"})
    void refusesAChipThatOffersNothingThatIsKnown(int agreement, int cipher, int group) {
        assertThat(codeOf(() -> opened(paceInfo(agreement, cipher, group))))
                .isEqualTo(RefusalCode.ACCESS_NOT_SUPPORTED);
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

    private ChipOffer.Insight opened(Bytes... paceInfos) throws ReadingException {
        return inspect(Optional.of(Keys.can(document)), paceInfos).insight().orElseThrow();
    }

    private ChipOffer inspect(Optional<AccessKey> key, Bytes... paceInfos) throws ReadingException {
        return inspect(document, key, paceInfos);
    }

    private static ChipOffer inspect(SpecimenDocument card, Optional<AccessKey> key, Bytes... paceInfos)
            throws ReadingException {
        Bytes cardAccess = new StrictTlv(0x31, Bytes.concat(paceInfos)).encode();
        ChipInHand chip = new ChipInHand(card.withFile(FileId.CARD_ACCESS, cardAccess));
        return new ChipReading(new SecureRandom()).inspect(chip, key, ProgressListener.NONE);
    }

    private static Bytes paceInfo(int agreement, int cipher, int group) {
        return Bytes.ofHex("3012060A04007F0007020204%02X%02X0201020201%02X".formatted(agreement, cipher, group));
    }

    private static ChipMappingKey mappingKey(int group) {
        String[] curves = {"secp192r1", "", "", "", "secp256r1", "brainpoolP256r1", "", "secp384r1", "", "", "secp521r1"
        };
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
            generator.initialize(new ECGenParameterSpec(curves[group - 8]));
            return new ChipMappingKey(
                    group, Bytes.of(generator.generateKeyPair().getPrivate().getEncoded()));
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }
}
