package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.CommandApdu;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The steps of a reading, as a chip sees them: a fault belongs to one. */
enum Step {
    /** SELECT of the eMRTD application. */
    SELECT_APPLICATION,
    /** SELECT of a file. */
    SELECT_FILE,
    /** MSE:Set AT of PACE, then its four GENERAL AUTHENTICATE (ICAO 9303-11 §4.4.4). */
    PACE_SELECT,
    PACE_NONCE,
    PACE_MAP,
    PACE_KEY,
    PACE_TOKEN,
    /** GET CHALLENGE and EXTERNAL AUTHENTICATE of BAC (§4.3). */
    BAC_CHALLENGE,
    BAC_MUTUAL,
    /** MSE:Set AT or MSE:Set KAT, and GENERAL AUTHENTICATE of Chip Authentication (§6.2). */
    CA_SELECT,
    CA_AGREE,
    /** INTERNAL AUTHENTICATE (§6.1). */
    AA_SIGN,
    /** READ BINARY of EF.ATR/INFO: by its short identifier, before any application. */
    READ_ATR,
    READ_CARD_ACCESS,
    READ_CARD_SECURITY,
    READ_SOD,
    READ_DG1,
    READ_DG14,
    READ_DG15,
    /** READ BINARY of whatever file in the channel that Chip Authentication opened: the chip proves itself by it. */
    PROOF,
    /** Answer to reset. */
    RESET,
    OTHER;

    static Step ofWord(String word) {
        return Arrays.stream(values())
                .filter(step ->
                        step.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step is called " + word));
    }

    /** The step that a command other than READ BINARY belongs to. */
    static Step of(CommandApdu command) {
        return switch (command.ins()) {
            case 0xA4 -> command.p1() == 4 ? SELECT_APPLICATION : SELECT_FILE;
            case 0x22 -> command.p1() == 0xC1 ? PACE_SELECT : CA_SELECT;
            case 0x84 -> BAC_CHALLENGE;
            case 0x82 -> BAC_MUTUAL;
            case 0x88 -> AA_SIGN;
            case 0x86 -> authenticate(command.data());
            default -> OTHER;
        };
    }

    /** By the tag of the first object inside 7C; what holds none asks for the nonce. */
    private static Step authenticate(Bytes data) {
        try {
            List<StrictTlv> objects = StrictTlv.parse(0x7C, data).children();
            if (objects.isEmpty()) {
                return PACE_NONCE;
            }
            return switch (objects.get(0).tag()) {
                case 0x80 -> CA_AGREE;
                case 0x81 -> PACE_MAP;
                case 0x83 -> PACE_KEY;
                case 0x85 -> PACE_TOKEN;
                default -> OTHER;
            };
        } catch (TlvException notAuthenticationData) {
            return OTHER;
        }
    }
}
