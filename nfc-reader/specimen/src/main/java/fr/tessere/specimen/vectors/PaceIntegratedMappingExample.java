package fr.tessere.specimen.vectors;

import fr.tessere.protocol.bytes.Bytes;
import java.util.List;

/** PACE with a CAN, ECDH integrated mapping, brainpoolP256r1 and AES-128 (ICAO 9303-11, appendix H.1). */
public final class PaceIntegratedMappingExample {
    private static final Bytes PROTOCOL = Bytes.ofHex("04007F00070202040402");

    private static final List<Bytes> TERMINAL = List.of(
            Bytes.ofHex("5DD4CBFC96F5453B130D890A1CDBAE32"),
            Bytes.ofHex("0489CBA23FFE96AA18D824627C3E934E54A9FD0B87A95D1471DC1C0ABFDCD640"
                    + "D46755DE9B7B778280B6BEBD57439ADFEB0E21FD4ED6DF42578C13418A59B34C"
                    + "37"),
            Bytes.ofHex("450F02B86F6A0909"));

    private static final List<Bytes> CHIP = List.of(
            Bytes.ofHex("143DC40C08C8E891FBED7DEDB92B64AD"),
            Bytes.EMPTY,
            Bytes.ofHex("0467F78E5F7F7686082B293E8D087E056916D0F74BC01A5F8957D0DE45691E51"
                    + "E8932B69A962B52A0985AD2C0A271EE6A13A8ADDDCD1A3A994B9DED257F4D227"
                    + "53"),
            Bytes.ofHex("75D4D96E8D5B0308"));

    /** The whole run. */
    public static final PaceExample RUN = new PaceExample(
            PROTOCOL,
            13,
            List.of("123456"),
            List.of(
                    Bytes.ofHex("2923BE84E16CD6AE529049F1F1BBE9EB"),
                    Bytes.ofHex("107CF58696EF6155053340FD633392BA81909DF7B9706F226F32086C7AFF974A")),
            List.of(
                    Bytes.ofHex("5DD4CBFC96F5453B130D890A1CDBAE32"),
                    Bytes.ofHex("A73FB703AC1436A18E0CFA5ABB3F7BEC7A070E7A6788486BEE230C4A22762595")),
            PaceExample.exchanges(PROTOCOL, 2, TERMINAL, CHIP, Bytes.EMPTY),
            Bytes.ofHex("0D3FEB33251A6370893D62AE8DAAF51B"),
            Bytes.ofHex("B01E89E3D9E8719E586B50B4A7506E0B"));

    private PaceIntegratedMappingExample() {}
}
