package fr.tessere.specimen.chip;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.AccessProtocol;
import fr.tessere.specimen.vectors.BasicAccessExample;
import fr.tessere.specimen.vectors.Exchange;
import fr.tessere.specimen.vectors.PaceChipMappingExample;
import fr.tessere.specimen.vectors.PaceExample;
import fr.tessere.specimen.vectors.PaceGenericMappingDhExample;
import fr.tessere.specimen.vectors.PaceGenericMappingExample;
import fr.tessere.specimen.vectors.PaceIntegratedMappingDhExample;
import fr.tessere.specimen.vectors.PaceIntegratedMappingExample;
import fr.tessere.specimen.vectors.ProtectedExchange;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.jmrtd.protocol.AESSecureMessagingWrapper;
import org.jmrtd.protocol.SecureMessagingWrapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ICAO 9303-11 worked examples, whole exchanges, byte for byte")
class WorkedExamplesTest {

    @Test
    @DisplayName("appendix D: Basic Access Control, then secure messaging")
    void basicAccessControl() {
        AccessSecrets secrets =
                mrz(BasicAccessExample.DOCUMENT_NUMBER, BasicAccessExample.BIRTH, BasicAccessExample.EXPIRY);
        SoftwareChip chip = chip(
                Map.of(FileId.COM, BasicAccessExample.EF_COM),
                secrets,
                AccessProtocol.BAC,
                BasicAccessExample.CHIP_CHALLENGE,
                BasicAccessExample.CHIP_KEY);
        play(chip, new Exchange(Bytes.ofHex("00A4040C07A0000002471001"), Bytes.ofHex("9000")));
        play(chip, BasicAccessExample.GET_CHALLENGE);
        play(chip, BasicAccessExample.EXTERNAL_AUTHENTICATE);
        for (ProtectedExchange exchange : BasicAccessExample.READING) {
            play(chip, exchange.wire());
        }
    }

    @Test
    @DisplayName("appendix G.1: PACE, ECDH generic mapping")
    void paceGenericMapping() {
        AccessSecrets secrets = mrz(
                PaceGenericMappingExample.DOCUMENT_NUMBER,
                PaceGenericMappingExample.BIRTH,
                PaceGenericMappingExample.EXPIRY);
        Bytes cardAccess = new StrictTlv(0x31, PaceGenericMappingExample.PACE_INFO).encode();
        SoftwareChip chip = chip(
                Map.of(FileId.CARD_ACCESS, cardAccess),
                secrets,
                AccessProtocol.PACE,
                PaceGenericMappingExample.NONCE,
                PaceGenericMappingExample.CHIP_MAPPING_PRIVATE,
                PaceGenericMappingExample.CHIP_PRIVATE);
        for (Exchange exchange : PaceGenericMappingExample.EXCHANGES) {
            play(chip, exchange);
        }
        readsCardAccess(
                chip,
                PaceGenericMappingExample.SESSION_KEY_ENCRYPTION,
                PaceGenericMappingExample.SESSION_KEY_CHECKSUM,
                cardAccess);
    }

    @Test
    @DisplayName("appendices G.2, H.1, H.2: PACE, DH and integrated mapping")
    void paceOfOtherKinds() {
        for (PaceExample example : List.of(
                PaceGenericMappingDhExample.RUN,
                PaceIntegratedMappingExample.RUN,
                PaceIntegratedMappingDhExample.RUN)) {
            SoftwareChip chip = chip(example);
            example.exchanges().forEach(exchange -> play(chip, exchange));
            readsCardAccess(chip, example.encryptionKey(), example.checksumKey(), example.cardAccess());
        }
    }

    @Test
    @DisplayName("appendix I: PACE, chip authentication mapping, as far as the standard says what the chip draws")
    void paceChipMapping() {
        PaceExample example = PaceChipMappingExample.RUN;
        ChipContents contents = contents(example);
        ECDomainParameters curve = new ECDomainParameters(ECNamedCurveTable.getByName("brainpoolP256r1"));
        BigInteger key = new BigInteger(1, PaceChipMappingExample.STATIC_PRIVATE.toArray());
        SoftwareChip chip = new SoftwareChip(
                Chips.with(contents, new ChipMappingKey(13, Chips.pkcs8(curve, key))),
                new ScriptedRandom(example.chipDraws().toArray(new Bytes[0])),
                time -> {});
        example.exchanges().subList(0, 3).forEach(exchange -> play(chip, exchange));

        Bytes encrypted = ChipMappingProof.of(
                key,
                new BigInteger(1, example.chipDraws().get(1).toArray()),
                curve.getN(),
                new SessionKeys(SessionCipher.AES_128, example.encryptionKey(), example.checksumKey()));
        assertThat(encrypted).isEqualTo(PaceChipMappingExample.ENCRYPTED_DATA);
        assertThat(Bytes.of(curve.getG().multiply(key).normalize().getEncoded(false)))
                .isEqualTo(PaceChipMappingExample.STATIC_PUBLIC);
    }

    private static SoftwareChip chip(PaceExample example) {
        Bytes[] draws = example.chipDraws().toArray(new Bytes[0]);
        return new SoftwareChip(contents(example), new ScriptedRandom(draws), time -> {});
    }

    private static ChipContents contents(PaceExample example) {
        List<String> password = example.password();
        AccessSecrets secrets = password.size() == 1
                ? new AccessSecrets(Optional.of(password.get(0)), Optional.empty())
                : mrz(password.get(0), password.get(1), password.get(2));
        return new ChipContents(
                Map.of(FileId.CARD_ACCESS, example.cardAccess()),
                secrets,
                Set.of(AccessProtocol.PACE),
                List.of(),
                Optional.empty(),
                ChipSettings.DEFAULT);
    }

    private static AccessSecrets mrz(String number, String birth, String expiry) {
        return new AccessSecrets(Optional.empty(), Optional.of(MrzInformation.of(number, birth, expiry)));
    }

    private static SoftwareChip chip(
            Map<FileId, Bytes> files, AccessSecrets secrets, AccessProtocol access, Bytes... random) {
        ChipContents contents =
                new ChipContents(files, secrets, Set.of(access), List.of(), Optional.empty(), ChipSettings.DEFAULT);
        return new SoftwareChip(contents, new ScriptedRandom(random), time -> {});
    }

    private static void play(SoftwareChip chip, Exchange exchange) {
        assertThat(chip.transmit(exchange.command()).toHex())
                .as(exchange.command().toHex())
                .isEqualTo(exchange.answer().toHex());
    }

    /** One command under the keys as they are printed, by a terminal nobody here wrote: the answer is encrypted. */
    private static void readsCardAccess(SoftwareChip chip, Bytes encryption, Bytes checksum, Bytes cardAccess) {
        SecureMessagingWrapper terminal = terminal(encryption, checksum);
        CommandAPDU command =
                terminal.wrap(new CommandAPDU(Bytes.ofHex("00B09C0000").toArray()));
        Bytes answer = chip.transmit(Bytes.of(command.getBytes()));
        assertThat(answer.toHex()).startsWith("87");
        assertThat(Bytes.of(terminal.unwrap(new ResponseAPDU(answer.toArray())).getData()))
                .isEqualTo(cardAccess);
    }

    private static SecureMessagingWrapper terminal(Bytes encryption, Bytes checksum) {
        try {
            return new AESSecureMessagingWrapper(
                    new SecretKeySpec(encryption.toArray(), "AES"),
                    new SecretKeySpec(checksum.toArray(), "AES"),
                    256,
                    true,
                    0);
        } catch (GeneralSecurityException unknown) {
            throw new AssertionError(unknown);
        }
    }
}
