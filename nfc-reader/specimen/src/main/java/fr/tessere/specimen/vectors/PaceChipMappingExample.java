package fr.tessere.specimen.vectors;

import fr.tessere.protocol.bytes.Bytes;
import java.util.List;

/** PACE with the MRZ, chip authentication mapping, brainpoolP256r1 and AES-128 (ICAO 9303-11, appendix I). The standard does not
 * print the chip's private agreement key, so that only the terminal can be made to play the whole run; the chip's static
 * private key follows from its mapping key and the data. */
public final class PaceChipMappingExample {
    private static final Bytes PROTOCOL = Bytes.ofHex("04007F00070202040602");

    /** The static private key. */
    public static final Bytes STATIC_PRIVATE =
            Bytes.ofHex("86C88A4579CE48135878E6348A734B5D47CE5BC1E54C0E8978687B49FDE2E2C2");
    /** The static public key in EF.CardSecurity. */
    public static final Bytes STATIC_PUBLIC =
            Bytes.ofHex("041872709494399E7470A6431BE25E83EEE24FEA568C2ED28DB48E05DB3A610DC8"
                    + "84D256A40E35EFCB59BF6753D3A489D28C7A4D973C2DA138A6E7A4A08F68E16F");
    /** ChipAuthenticationPublicKeyInfo with that key. */
    public static final Bytes PUBLIC_KEY_INFO = Bytes.ofHex(
            "3062060904007F0007020201023052300C060704007F0007010202010D034200" + STATIC_PUBLIC.toHex() + "02010D");
    /** Chip authentication data, and encrypted as the chip sends it in object 8A. */
    public static final Bytes DATA = Bytes.ofHex("85DC3FA93D0952BFA82F5FD189EE75BD82F11D1F0B8ED4BF5319AC9B53C426B3");

    public static final Bytes ENCRYPTED_DATA = Bytes.ofHex(
            "1EEA964DAAE372AC990E3EFDE6333353BFC89A6704D93DA8798CF77F5B7A54BD" + "10CBA372B42BE0B9B5F28AA8DE2F4F92");
    private static final Bytes ENCRYPTED_DATA_OBJECT = Bytes.ofHex("8A30" + ENCRYPTED_DATA.toHex());

    private static final List<Bytes> TERMINAL = List.of(
            Bytes.ofHex("047F1D410ADB7DDB3B84BF1030800981A9105D7457B4A3ADE002384F3086C67E"
                    + "DE1AB889104A27DB6D842B019020FBF3CEACB0DC627F7BDCAC29969E19D0E553"
                    + "C1"),
            Bytes.ofHex("04446C934084D9DAB863944F219520076C29EE3F7AE6722B11FF319EC1C7728F"
                    + "955483400BFF60BF0C5929270009277DC2A515E12575010AD9BA916CF1BF86FE"
                    + "FC"),
            Bytes.ofHex("E86BD06018A1CD3B"));

    private static final List<Bytes> CHIP = List.of(
            Bytes.ofHex("CB60E8E0D85B76A9BD304747C2AD42E2"),
            Bytes.ofHex("04A234236AA9B9621E8EFB73B5245C0E09D2576E5277183C1208BDD55280CAE8"
                    + "B304F365713A356E65A451E165ECC9AC0AC46E3771342C8FE5AEDD092685338E"
                    + "23"),
            Bytes.ofHex("0402AD566F3C6EC7F9324509AD50A51FA52030782A4968FCFEDF737DAEA99333"
                    + "3111C3B9B4C2287789BD137E7F8AA882E2A3C633CCD6ECC2C63C57AD401A09C2"
                    + "E1"),
            Bytes.ofHex("8596CF055C67C1A3"));

    /** The whole run. */
    public static final PaceExample RUN = new PaceExample(
            PROTOCOL,
            13,
            List.of("C11T002JM", "960812", "231031"),
            List.of(
                    Bytes.ofHex("658B860BC94DF6F044FCE6D5C82CF8E5"),
                    Bytes.ofHex("9E56A6B59C95D06ECE5CD10F983BB2F4F1943528E577F23881D89D8C3BBEE0AA")),
            List.of(
                    Bytes.ofHex("5D8BB87BD74D985A4B7D4325B9F7B976FE835122773400798914AA22738135CC"),
                    Bytes.ofHex("76ECFDAA9841C323A3F5FC5E88B88DB3EFF7E35EBF57A7E6946CB630006C2120")),
            PaceExample.exchanges(PROTOCOL, 1, TERMINAL, CHIP, ENCRYPTED_DATA_OBJECT),
            Bytes.ofHex("0A9DA4DB03BDDE39FC5202BC44B2E89E"),
            Bytes.ofHex("4B1C06491ED5140CA2B537D344C6C0B1"));

    private PaceChipMappingExample() {}
}
