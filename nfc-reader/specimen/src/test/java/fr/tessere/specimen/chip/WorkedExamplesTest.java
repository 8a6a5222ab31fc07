package fr.tessere.specimen.chip;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.AccessProtocol;
import fr.tessere.specimen.vectors.BasicAccessExample;
import fr.tessere.specimen.vectors.Exchange;
import fr.tessere.specimen.vectors.PaceGenericMappingExample;
import fr.tessere.specimen.vectors.ProtectedExchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        SoftwareChip chip = chip(
                Map.of(FileId.CARD_ACCESS, new StrictTlv(0x31, PaceGenericMappingExample.PACE_INFO).encode()),
                secrets,
                AccessProtocol.PACE,
                PaceGenericMappingExample.NONCE,
                PaceGenericMappingExample.CHIP_MAPPING_PRIVATE,
                PaceGenericMappingExample.CHIP_PRIVATE);
        for (Exchange exchange : PaceGenericMappingExample.EXCHANGES) {
            play(chip, exchange);
        }
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
}
