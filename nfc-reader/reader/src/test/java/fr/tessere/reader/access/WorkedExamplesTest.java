package fr.tessere.reader.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.reader.card.CardAbilities;
import fr.tessere.reader.card.CardChannel;
import fr.tessere.specimen.vectors.Exchange;
import fr.tessere.specimen.vectors.PaceChipMappingExample;
import fr.tessere.specimen.vectors.PaceExample;
import fr.tessere.specimen.vectors.PaceGenericMappingDhExample;
import fr.tessere.specimen.vectors.PaceGenericMappingExample;
import fr.tessere.specimen.vectors.PaceIntegratedMappingDhExample;
import fr.tessere.specimen.vectors.PaceIntegratedMappingExample;
import java.security.SecureRandom;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import net.sf.scuba.smartcards.CommandAPDU;
import org.jmrtd.protocol.AESSecureMessagingWrapper;
import org.jmrtd.protocol.SecureMessagingWrapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reader plays the worked examples of ICAO 9303-11 byte for byte")
class WorkedExamplesTest {

    @Test
    @DisplayName("appendix G.1: ECDH generic mapping")
    void genericMapping() throws Exception {
        plays(new PaceExample(
                Bytes.ofHex("04007F00070202040202"),
                PaceGenericMappingExample.PARAMETER_ID,
                List.of(
                        PaceGenericMappingExample.DOCUMENT_NUMBER,
                        PaceGenericMappingExample.BIRTH,
                        PaceGenericMappingExample.EXPIRY),
                List.of(),
                List.of(PaceGenericMappingExample.TERMINAL_MAPPING_PRIVATE, PaceGenericMappingExample.TERMINAL_PRIVATE),
                PaceGenericMappingExample.EXCHANGES,
                PaceGenericMappingExample.SESSION_KEY_ENCRYPTION,
                PaceGenericMappingExample.SESSION_KEY_CHECKSUM));
    }

    @Test
    @DisplayName("appendix G.2: DH generic mapping")
    void genericMappingDh() throws Exception {
        plays(PaceGenericMappingDhExample.RUN);
    }

    @Test
    @DisplayName("appendix H.1: ECDH integrated mapping")
    void integratedMapping() throws Exception {
        plays(PaceIntegratedMappingExample.RUN);
    }

    @Test
    @DisplayName("appendix H.2: DH integrated mapping")
    void integratedMappingDh() throws Exception {
        plays(PaceIntegratedMappingDhExample.RUN);
    }

    @Test
    @DisplayName("appendix I: chip authentication mapping")
    void chipMapping() throws Exception {
        plays(PaceChipMappingExample.RUN);
    }

    private static void plays(PaceExample example) throws Exception {
        List<String> password = example.password();
        AccessKey key = password.size() == 1
                ? new CardAccessNumber(password.get(0))
                : new MrzKey(password.get(0), password.get(1), password.get(2));
        PaceOffer offer = AccessOffer.read(Optional.of(example.cardAccess()), new CardAbilities(256))
                .best()
                .orElseThrow();
        Played card = new Played(example.exchanges().iterator());
        SecureChannel channel = new Pace(card, new Drawn(example.terminalDraws()), key).perform(offer, false);
        assertThat(card.exchanges.hasNext()).isFalse();
        sendsUnderThePrintedKeys(channel, card, example);
    }

    /** The command behind the run, its data encrypted, as the keys that the standard prints make it. */
    private static void sendsUnderThePrintedKeys(SecureChannel channel, Played card, PaceExample example)
            throws Exception {
        Bytes select = Bytes.ofHex("00A4040C07A0000002471001");
        SecureMessagingWrapper printed = new AESSecureMessagingWrapper(
                new SecretKeySpec(example.encryptionKey().toArray(), "AES"),
                new SecretKeySpec(example.checksumKey().toArray(), "AES"),
                256,
                true,
                0);
        Bytes protectedSelect =
                Bytes.of(printed.wrap(new CommandAPDU(select.toArray())).getBytes());
        Bytes ended = Bytes.ofHex("6988");
        card.exchanges = List.of(new Exchange(protectedSelect, ended)).iterator();
        channel.send(CommandApdu.parse(select));
        assertThat(card.exchanges.hasNext()).isFalse();
    }

    /** Answers as the standard prints, and accepts no other commands. */
    private static final class Played implements CardChannel {
        private Iterator<Exchange> exchanges;

        Played(Iterator<Exchange> exchanges) {
            this.exchanges = exchanges;
        }

        @Override
        public Bytes transmit(Bytes command) {
            Exchange next = exchanges.next();
            assertThat(command.toHex()).isEqualTo(next.command().toHex());
            return next.answer();
        }

        @Override
        public void reset() {}

        @Override
        public int largestAnswer() {
            return 256;
        }

        @Override
        public Optional<Bytes> answerToReset() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    /** Draws what the standard draws. */
    private static final class Drawn extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final transient Iterator<Bytes> draws;

        Drawn(List<Bytes> draws) {
            this.draws = draws.iterator();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            byte[] next = draws.next().toArray();
            assertThat(next).hasSize(bytes.length);
            System.arraycopy(next, 0, bytes, 0, next.length);
        }
    }
}
