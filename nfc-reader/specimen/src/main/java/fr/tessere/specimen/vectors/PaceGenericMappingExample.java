package fr.tessere.specimen.vectors;

import fr.tessere.protocol.bytes.Bytes;
import java.util.List;

/** PACE with the MRZ, ECDH generic mapping, brainpoolP256r1 and AES-128 (ICAO 9303-11, appendix G.1). */
public final class PaceGenericMappingExample {
    public static final String DOCUMENT_NUMBER = "T22000129";
    /** YYMMDD. */
    public static final String BIRTH = "640812";
    /** YYMMDD. */
    public static final String EXPIRY = "101031";

    /** The PACEInfo of EF.CardAccess, one SEQUENCE. */
    public static final Bytes PACE_INFO = Bytes.ofHex("3012060A04007F0007020204020202010202010D");
    /** id-PACE-ECDH-GM-AES-CBC-CMAC-128, dotted. */
    public static final String PROTOCOL = "0.4.0.127.0.7.2.2.4.2.2";
    /** Number of brainpoolP256r1 among the standardised domain parameters. */
    public static final int PARAMETER_ID = 13;

    /** SHA-1 of the MRZ information, what the password key is derived from. */
    public static final Bytes PASSWORD_HASH = Bytes.ofHex("7E2D2A41C74EA0B38CD36F863939BFA8E9032AAD");
    /** The key that encrypts the nonce. */
    public static final Bytes PASSWORD_KEY = Bytes.ofHex("89DED1B26624EC1E634C1989302849DD");

    public static final Bytes NONCE = Bytes.ofHex("3F00C4D39D153F2B2A214A078D899B22");
    public static final Bytes ENCRYPTED_NONCE = Bytes.ofHex("95A3A016522EE98D01E76CB6B98B42C3");

    public static final Bytes TERMINAL_MAPPING_PRIVATE =
            Bytes.ofHex("7F4EF07B9EA82FD78AD689B38D0BC78CF21F249D953BC46F4C6E19259C010F99");
    public static final Bytes TERMINAL_MAPPING_PUBLIC = point(
            "7ACF3EFC982EC45565A4B155129EFBC74650DCBFA6362D896FC70262E0C2CC5E",
            "544552DCB6725218799115B55C9BAA6D9F6BC3A9618E70C25AF71777A9C4922D");
    public static final Bytes CHIP_MAPPING_PRIVATE =
            Bytes.ofHex("498FF49756F2DC1587840041839A85982BE7761D14715FB091EFA7BCE9058560");
    public static final Bytes CHIP_MAPPING_PUBLIC = point(
            "824FBA91C9CBE26BEF53A0EBE7342A3BF178CEA9F45DE0B70AA601651FBA3F57",
            "30D8C879AAA9C9F73991E61B58F4D52EB87A0A0C709A49DC63719363CCD13C54");
    public static final Bytes MAPPED_GENERATOR = point(
            "8CED63C91426D4F0EB1435E7CB1D74A46723A0AF21C89634F65A9AE87A9265E2",
            "8C879506743F8611AC33645C5B985C80B5F09A0B83407C1B6A4D857AE76FE522");

    public static final Bytes TERMINAL_PRIVATE =
            Bytes.ofHex("A73FB703AC1436A18E0CFA5ABB3F7BEC7A070E7A6788486BEE230C4A22762595");
    public static final Bytes TERMINAL_PUBLIC = point(
            "2DB7A64C0355044EC9DF190514C625CBA2CEA48754887122F3A5EF0D5EDD301C",
            "3556F3B3B186DF10B857B58F6A7EB80F20BA5DC7BE1D43D9BF850149FBB36462");
    public static final Bytes CHIP_PRIVATE =
            Bytes.ofHex("107CF58696EF6155053340FD633392BA81909DF7B9706F226F32086C7AFF974A");
    public static final Bytes CHIP_PUBLIC = point(
            "9E880F842905B8B3181F7AF7CAA9F0EFB743847F44A306D2D28C1D9EC65DF6DB",
            "7764B22277A2EDDC3C265A9F018F9CB852E111B768B326904B59A0193776F094");
    /** The x coordinate that both sides reach. */
    public static final Bytes SHARED_SECRET =
            Bytes.ofHex("28768D20701247DAE81804C9E780EDE582A9996DB4A315020B2733197DB84925");

    public static final Bytes SESSION_KEY_ENCRYPTION = Bytes.ofHex("F5F0E35C0D7161EE6724EE513A0D9A7F");
    public static final Bytes SESSION_KEY_CHECKSUM = Bytes.ofHex("FE251C7858B356B24514B3BD5F4297D1");
    public static final Bytes TERMINAL_TOKEN = Bytes.ofHex("C2B0BD78D94BA866");
    public static final Bytes CHIP_TOKEN = Bytes.ofHex("3ABB9674BCE93C08");

    /** MSE:Set AT, then the four GENERAL AUTHENTICATE commands. */
    public static final List<Exchange> EXCHANGES = List.of(
            Exchange.ofHex("0022C1A40F800A04007F00070202040202830101", "9000"),
            Exchange.ofHex("10860000027C0000", "7C128010" + ENCRYPTED_NONCE.toHex() + "9000"),
            Exchange.ofHex(
                    "10860000457C438141" + TERMINAL_MAPPING_PUBLIC.toHex() + "00",
                    "7C438241" + CHIP_MAPPING_PUBLIC.toHex() + "9000"),
            Exchange.ofHex(
                    "10860000457C438341" + TERMINAL_PUBLIC.toHex() + "00", "7C438441" + CHIP_PUBLIC.toHex() + "9000"),
            Exchange.ofHex(
                    "008600000C7C0A8508" + TERMINAL_TOKEN.toHex() + "00", "7C0A8608" + CHIP_TOKEN.toHex() + "9000"));

    private PaceGenericMappingExample() {}

    private static Bytes point(String x, String y) {
        return Bytes.ofHex("04" + x + y);
    }
}
