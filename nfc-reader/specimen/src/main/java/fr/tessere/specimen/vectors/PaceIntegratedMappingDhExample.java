package fr.tessere.specimen.vectors;

import fr.tessere.protocol.bytes.Bytes;
import java.util.List;

/** PACE with a CAN, DH integrated mapping, the group of 1,024 bits and AES-128 (ICAO 9303-11, appendix H.2). The standard draws
 * private keys of 1,024 bits; here they stand modulo the order, which gives the same public keys. */
public final class PaceIntegratedMappingDhExample {
    private static final Bytes PROTOCOL = Bytes.ofHex("04007F00070202040302");

    private static final List<Bytes> TERMINAL = List.of(
            Bytes.ofHex("B3A6DB3C870C3E99245E0D1C06B747DE"),
            Bytes.ofHex("0F0CC62945A8029251FB7EF3C094E12EC68E4EF07F27CB9D9CD04C5C4250FAE0"
                    + "E4F8A951557E929AEB48E5C6DD47F2F5CD7C351A9BD2CD722C07EDE166770F08"
                    + "FFCB370262CF308DD7B07F2E0DA9CAAA1492344C852906919538C98A4BA4187E"
                    + "76CE9D87832386D319CE2E043C3343AEAE6EDBA1A9894DC5094D22F7FE1351D5"),
            Bytes.ofHex("55D61977CBF5307E"));

    private static final List<Bytes> CHIP = List.of(
            Bytes.ofHex("9ABB8864CA0FF1551E620D1EF4E13510"),
            Bytes.EMPTY,
            Bytes.ofHex("928D9A0F9DBA450F13FC859C6F290D1D36E42431138A4378500BEB4E0401854C"
                    + "FF111F71CB6DC1D0335807A11388CC8EAA87B07907AAD9FBA6B169AF6D8C26AF"
                    + "8DDDC39ADC3AD2E3FF882B84D23E9768E95A80E4746FB07A9767679FE92133B4"
                    + "D379935C771BD7FBED6C7BB4B1708B275EA75679524CDC9C6A91370CC662A2F3"),
            Bytes.ofHex("C2F04230187E1525"));

    /** The whole run. */
    public static final PaceExample RUN = new PaceExample(
            PROTOCOL,
            0,
            List.of("123456"),
            List.of(
                    Bytes.ofHex("FA5B7E3E49753A0DB9178B7B9BD898C8"),
                    Bytes.ofHex("A5B780126B7C980E9FCEA1D4539DA1D27C342DFA")),
            List.of(
                    Bytes.ofHex("B3A6DB3C870C3E99245E0D1C06B747DE"),
                    Bytes.ofHex("89CCD99B0E8D3B1F11E1296DCA68EC53411CF2CA")),
            PaceExample.exchanges(PROTOCOL, 2, TERMINAL, CHIP, Bytes.EMPTY),
            Bytes.ofHex("01AFC10CF87BE36D8179E87370171F07"),
            Bytes.ofHex("23F0FBD05FD6C7B8B88F4C8309669061"));

    private PaceIntegratedMappingDhExample() {}
}
