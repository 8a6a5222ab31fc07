package fr.tessere.protocol.card;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The elementary files of an eMRTD (ICAO 9303-10 §3.9 and §4): where they are found and how they begin. */
public enum FileId {
    CARD_ACCESS(0x011C, 0x1C, 0x31),
    /** In the master file, where EF.SOD's identifier means another file than inside the application. */
    CARD_SECURITY(0x011D, 0x1D, 0x30),
    COM(0x011E, 0x1E, 0x60),
    SOD(0x011D, 0x1D, 0x77),
    DG1(0x0101, 0x01, 0x61),
    DG2(0x0102, 0x02, 0x75),
    DG3(0x0103, 0x03, 0x63),
    DG4(0x0104, 0x04, 0x76),
    DG5(0x0105, 0x05, 0x65),
    DG6(0x0106, 0x06, 0x66),
    DG7(0x0107, 0x07, 0x67),
    DG8(0x0108, 0x08, 0x68),
    DG9(0x0109, 0x09, 0x69),
    DG10(0x010A, 0x0A, 0x6A),
    DG11(0x010B, 0x0B, 0x6B),
    DG12(0x010C, 0x0C, 0x6C),
    DG13(0x010D, 0x0D, 0x6D),
    DG14(0x010E, 0x0E, 0x6E),
    DG15(0x010F, 0x0F, 0x6F),
    DG16(0x0110, 0x10, 0x70);

    private static final FileId[] ALL = values();

    private final int id;
    private final int sfi;
    private final int tag;
    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    FileId(int id, int sfi, int tag) {
        this.id = id;
        this.sfi = sfi;
        this.tag = tag;
    }

    /** File identifier for SELECT, 2 bytes. */
    public int id() {
        return id;
    }

    /** Short file identifier for READ BINARY, 5 bits. */
    public int sfi() {
        return sfi;
    }

    /** Tag of the outermost object of the file, 1 byte. */
    public int tag() {
        return tag;
    }

    /** The word used in messages and files: {@code dg1}, {@code sod}, {@code card-access}. */
    public String word() {
        return word;
    }

    /** The number of a data group, 1 to 16; empty for the other files. */
    public Optional<Integer> dataGroupNumber() {
        return name().startsWith("DG") ? Optional.of(sfi) : Optional.empty();
    }

    /** The data group with this number, 1 to 16. */
    public static Optional<FileId> ofDataGroup(int number) {
        return number >= 1 && number <= 16 ? Optional.of(ALL[DG1.ordinal() + number - 1]) : Optional.empty();
    }

    /** The file with this word. */
    public static Optional<FileId> ofWord(String word) {
        return Arrays.stream(ALL).filter(file -> file.word().equals(word)).findFirst();
    }
}
