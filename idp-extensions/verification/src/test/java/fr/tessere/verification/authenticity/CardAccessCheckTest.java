package fr.tessere.verification.authenticity;

import static fr.tessere.protocol.reading.RefusalCode.CARD_ACCESS_DIFFERS;
import static fr.tessere.verification.authenticity.Infos.BSI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.evidence.Weakness;
import fr.tessere.verification.lds.SecurityInfos;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EF.CardAccess against what is signed, ICAO 9303-11 §9.2.10 and §9.2.11: TR-03105-5.1 LDS_J, ISO7816_G_36. */
class CardAccessCheckTest {
    private static final String GM_3DES = BSI + "4.2.1";
    private static final String GM_AES = BSI + "4.2.2";
    private static final String CAM_AES = BSI + "4.6.2";

    @Nested
    @DisplayName("Against DG14")
    class AgainstDg14 {
        @Test
        void theSameOfferPasses() throws RefusedException {
            assertThat(compare(gm(), Optional.of(gm()))).isEmpty();
        }

        @Test
        void otherEntriesMayStandInEitherFileAlone() throws RefusedException {
            assertThat(compare(gm().with(Infos.CA_ECDH_AES_128, 1), Optional.of(gm().with("1.2.3", 1))))
                    .isEmpty();
        }

        @Test
        void aStrongProtocolTakenOutIsRefused() {
            Infos signed = new Infos().with(GM_3DES, 2, 13).with(GM_AES, 2, 13);
            assertThat(codeOf(signed, Optional.of(new Infos().with(GM_3DES, 2, 13))))
                    .isEqualTo(CARD_ACCESS_DIFFERS);
        }

        @Test
        void aWeakProtocolPutInIsRefused() {
            assertThat(codeOf(gm(), Optional.of(gm().with(GM_3DES, 2, 13)))).isEqualTo(CARD_ACCESS_DIFFERS);
        }

        @Test
        void otherDomainParametersAreRefused() {
            assertThat(codeOf(gm(), Optional.of(new Infos().with(GM_AES, 2, 8))))
                    .isEqualTo(CARD_ACCESS_DIFFERS);
        }

        @Test
        void theWholeFileTakenOutIsRefusedSinceItForcesBac() {
            assertThat(codeOf(gm(), Optional.empty())).isEqualTo(CARD_ACCESS_DIFFERS);
        }

        @Test
        void anOldDg14ThatSaysNothingIsNoted() throws RefusedException {
            assertThat(compare(new Infos().with(Infos.CA_ECDH_AES_128, 1), Optional.of(gm())))
                    .containsExactly(Weakness.CARD_ACCESS_UNSIGNED);
        }

        @Test
        void aChipWithoutPaceHasNothingToCompare() throws RefusedException {
            assertThat(compare(new Infos().with(Infos.CA_ECDH_AES_128, 1), Optional.empty()))
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("Against EF.CardSecurity, LDS_J_01 to J_03")
    class AgainstCardSecurity {
        private final Infos open = new Infos().with(CAM_AES, 2, 13);

        @Test
        void moreEntriesInItPass() throws RefusedException {
            requireSigned(new Infos().with(CAM_AES, 2, 13).with("1.2.3", 1), open);
        }

        @Test
        void fewerEntriesInItAreRefused() {
            assertThat(signedCode(new Infos().with("1.2.3", 1), open)).isEqualTo(CARD_ACCESS_DIFFERS);
            assertThat(signedCode(
                            new Infos().with(CAM_AES, 2, 13),
                            new Infos().with(CAM_AES, 2, 13).with("1.2.3", 1)))
                    .isEqualTo(CARD_ACCESS_DIFFERS);
        }

        @Test
        void otherEntriesAreRefused() {
            assertThat(signedCode(new Infos().with(CAM_AES, 2, 12), open)).isEqualTo(CARD_ACCESS_DIFFERS);
        }

        @Test
        void aPaceThatIsNotOfferedIsRefused() {
            assertThat(signedCode(new Infos().with(CAM_AES, 2, 13).with(GM_AES, 2, 13), open))
                    .isEqualTo(CARD_ACCESS_DIFFERS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "31", "3101", "3000", "310030", "31023000", "3103020101", "310330010500"})
    @DisplayName("ISO7816_G_27: what is no list of SecurityInfos is refused")
    void malformed(String hex) {
        assertThat(catchThrowableOfType(RefusedException.class, () -> SecurityInfos.ofCardAccess(Bytes.ofHex(hex)))
                        .code())
                .isEqualTo(CARD_ACCESS_DIFFERS);
    }

    private static Infos gm() {
        return new Infos().with(GM_AES, 2, 13);
    }

    private static Set<Weakness> compare(Infos dg14, Optional<Infos> cardAccess) throws RefusedException {
        return CardAccessCheck.compare(
                dg14.parse().announcement(),
                cardAccess.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                SecurityInfos.ofCardAccess(cardAccess.get().set())));
    }

    private static void requireSigned(Infos cardSecurity, Infos cardAccess) throws RefusedException {
        CardAccessCheck.requireSignedIn(
                SecurityInfos.ofCardSecurity(cardSecurity.set().toArray()).announcement(),
                SecurityInfos.ofCardAccess(cardAccess.set()));
    }

    private static RefusalCode codeOf(Infos dg14, Optional<Infos> cardAccess) {
        return catchThrowableOfType(RefusedException.class, () -> compare(dg14, cardAccess))
                .code();
    }

    private static RefusalCode signedCode(Infos cardSecurity, Infos cardAccess) {
        return catchThrowableOfType(RefusedException.class, () -> requireSigned(cardSecurity, cardAccess))
                .code();
    }
}
