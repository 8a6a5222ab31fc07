package fr.tessere.protocol.card;

/**
 * How a card says what became of a command (ISO 7816-4 §5.6).
 *
 * @param value SW1 and SW2 as one number, 0x6000 to 0x9FFF
 */
public record StatusWord(int value) {
    public static final StatusWord OK = new StatusWord(0x9000);
    /** End of file reached before all the bytes asked for. */
    public static final StatusWord END_OF_FILE = new StatusWord(0x6282);
    /** Verification failed: a wrong CAN or MRZ in PACE. */
    public static final StatusWord VERIFICATION_FAILED = new StatusWord(0x6300);

    public static final StatusWord WRONG_LENGTH = new StatusWord(0x6700);
    public static final StatusWord SECURITY_NOT_SATISFIED = new StatusWord(0x6982);
    public static final StatusWord AUTHENTICATION_BLOCKED = new StatusWord(0x6983);
    public static final StatusWord CONDITIONS_NOT_SATISFIED = new StatusWord(0x6985);
    public static final StatusWord COMMAND_NOT_ALLOWED = new StatusWord(0x6986);
    /** Secure messaging data objects are missing. */
    public static final StatusWord SM_OBJECTS_MISSING = new StatusWord(0x6987);
    /** Secure messaging data objects are wrong: the session keys differ. */
    public static final StatusWord SM_OBJECTS_WRONG = new StatusWord(0x6988);

    public static final StatusWord WRONG_DATA = new StatusWord(0x6A80);
    public static final StatusWord FUNCTION_NOT_SUPPORTED = new StatusWord(0x6A81);
    public static final StatusWord FILE_NOT_FOUND = new StatusWord(0x6A82);
    public static final StatusWord WRONG_P1_P2 = new StatusWord(0x6A86);
    public static final StatusWord REFERENCE_NOT_FOUND = new StatusWord(0x6A88);
    /** The offset lies behind the end of the file. */
    public static final StatusWord WRONG_OFFSET = new StatusWord(0x6B00);

    public static final StatusWord INSTRUCTION_NOT_SUPPORTED = new StatusWord(0x6D00);
    public static final StatusWord CLASS_NOT_SUPPORTED = new StatusWord(0x6E00);
    public static final StatusWord UNKNOWN_ERROR = new StatusWord(0x6F00);

    public StatusWord {
        if (value < 0x6000 || value > 0x9FFF) {
            throw new IllegalArgumentException("a status word lies between 6000 and 9FFF");
        }
    }

    /** True for 9000. */
    public boolean isOk() {
        return value == 0x9000;
    }

    /** True for 61xx, 62xx, 63xx and 9000: the command was carried out, perhaps with a warning. */
    public boolean isOkOrWarning() {
        return isOk() || value >> 8 >= 0x61 && value >> 8 <= 0x63;
    }

    /** Four hexadecimal digits, for example {@code 6A82}. */
    @Override
    public String toString() {
        return "%04X".formatted(value);
    }
}
