package fr.tessere.specimen.vectors;

import fr.tessere.protocol.bytes.Bytes;
import java.util.List;

/** Basic Access Control and 3DES secure messaging (ICAO 9303-11, appendix D). */
public final class BasicAccessExample {
    public static final String DOCUMENT_NUMBER = "L898902C<";
    /** YYMMDD. */
    public static final String BIRTH = "690806";
    /** YYMMDD. */
    public static final String EXPIRY = "940623";
    /** Number, birth and expiry with their check digits. */
    public static final String MRZ_INFORMATION = "L898902C<369080619406236";

    /** First 16 bytes of the SHA-1 of the MRZ information. */
    public static final Bytes KEY_SEED = Bytes.ofHex("239AB9CB282DAF66231DC5A4DF6BFBAE");

    public static final Bytes ACCESS_KEY_ENCRYPTION = Bytes.ofHex("AB94FDECF2674FDFB9B391F85D7F76F2");
    public static final Bytes ACCESS_KEY_CHECKSUM = Bytes.ofHex("7962D9ECE03D1ACD4C76089DCE131543");

    /** RND.IC, the chip's challenge. */
    public static final Bytes CHIP_CHALLENGE = Bytes.ofHex("4608F91988702212");
    /** RND.IFD, the terminal's challenge. */
    public static final Bytes TERMINAL_CHALLENGE = Bytes.ofHex("781723860C06C226");
    /** K.IC, the chip's half of the secret. */
    public static final Bytes CHIP_KEY = Bytes.ofHex("0B4F80323EB3191CB04970CB4052790B");
    /** K.IFD, the terminal's half of the secret. */
    public static final Bytes TERMINAL_KEY = Bytes.ofHex("0B795240CB7049B01C19B33E32804F0B");

    public static final Exchange GET_CHALLENGE = Exchange.ofHex("0084000008", "4608F919887022129000");
    public static final Exchange EXTERNAL_AUTHENTICATE = Exchange.ofHex(
            "008200002872C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F25F1448EEA8AD90A728",
            "46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F2F2D235D074D74499000");

    public static final Bytes SESSION_KEY_ENCRYPTION = Bytes.ofHex("979EC13B1CBFE9DCD01AB0FED307EAE5");
    public static final Bytes SESSION_KEY_CHECKSUM = Bytes.ofHex("F1CB1F1FB5ADF208806B89DC579DC1F8");
    /** The send sequence counter before the first protected command, 8 bytes. */
    public static final Bytes COUNTER = Bytes.ofHex("887022120C06C226");

    /** The file that the example reads, 22 bytes. */
    public static final Bytes EF_COM = Bytes.ofHex("60145F0104303130365F36063034303030305C026175");

    /** SELECT EF.COM, READ BINARY of its first 4 bytes and of the 18 behind them. */
    public static final List<ProtectedExchange> READING = List.of(
            new ProtectedExchange(
                    Exchange.ofHex("00A4020C02011E", "9000"),
                    Exchange.ofHex(
                            "0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800",
                            "990290008E08FA855A5D4C50A8ED9000")),
            new ProtectedExchange(
                    Exchange.ofHex("00B0000004", "60145F019000"),
                    Exchange.ofHex(
                            "0CB000000D9701048E08ED6705417E96BA5500",
                            "8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000")),
            new ProtectedExchange(
                    Exchange.ofHex("00B0000412", "04303130365F36063034303030305C0261759000"),
                    Exchange.ofHex(
                            "0CB000040D9701128E082EA28A70F3C7B53500",
                            "871901FB9235F4E4037F2327DCC8964F1F9B8C30F42C8E2FFF224A990290008E08C8B2787EAEA07D749000")));

    private BasicAccessExample() {}
}
