package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.card.StatusWord;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tree of files and what is selected in it: the master file, the eMRTD application, one file in either. */
final class FileSystem {
    /** Application identifier of the eMRTD application (ICAO 9303-10 §3.11.2). */
    static final Bytes APPLICATION = Bytes.ofHex("A0000002471001");

    private static final Bytes MASTER_FILE = Bytes.ofHex("3F00");

    private final Map<FileId, Bytes> files;
    private boolean inApplication;
    private @Nullable FileId current;

    FileSystem(Map<FileId, Bytes> files) {
        this.files = files;
    }

    void reset() {
        inApplication = false;
        current = null;
    }

    boolean isApplicationSelected() {
        return inApplication;
    }

    /** SELECT (ISO 7816-4 §11.2.2): the master file, an application by its name, a file by its identifier; the first of each. */
    Outcome select(CommandApdu command, boolean accessGranted) throws MisuseException {
        MisuseException.require(command.p2() == 0x0C || command.p2() == 0x00, StatusWord.WRONG_P1_P2);
        switch (command.p1()) {
            case 0x00 -> selectMasterFile(command.data());
            case 0x02 -> selectFile(command, accessGranted);
            case 0x04 -> selectApplication(command.data());
            default -> throw new MisuseException(StatusWord.WRONG_P1_P2);
        }
        return Outcome.done();
    }

    /** The content of the selected file, if it may be read. */
    Bytes read(boolean accessGranted) throws MisuseException {
        FileId file = current;
        if (file == null) {
            throw new MisuseException(StatusWord.COMMAND_NOT_ALLOWED);
        }
        requireReadable(file, accessGranted);
        Bytes content = files.get(file);
        if (content == null) {
            throw new MisuseException(StatusWord.FILE_NOT_FOUND);
        }
        return content;
    }

    /** Selects by short file identifier, 1 to 30, as READ BINARY does on its way. */
    void selectShort(int sfi, boolean accessGranted) throws MisuseException {
        current = find(file -> file.sfi() == sfi, accessGranted);
    }

    /** Selects by file identifier, 2 bytes. */
    void selectById(int id, boolean accessGranted) throws MisuseException {
        current = find(file -> file.id() == id, accessGranted);
    }

    private void selectMasterFile(Bytes data) throws MisuseException {
        MisuseException.require(data.isEmpty() || data.equals(MASTER_FILE), StatusWord.FILE_NOT_FOUND);
        reset();
    }

    private void selectApplication(Bytes name) throws MisuseException {
        MisuseException.require(name.equals(APPLICATION), StatusWord.FILE_NOT_FOUND);
        inApplication = true;
        current = null;
    }

    private void selectFile(CommandApdu command, boolean accessGranted) throws MisuseException {
        MisuseException.require(command.data().length() == 2, StatusWord.WRONG_LENGTH);
        selectById(command.data().at(0) << 8 | command.data().at(1), accessGranted);
    }

    private FileId find(Predicate<FileId> wanted, boolean accessGranted) throws MisuseException {
        Optional<FileId> known = Arrays.stream(FileId.values())
                .filter(file -> isMasterFileChild(file) != inApplication)
                .filter(wanted)
                .findFirst();
        FileId file = known.orElseThrow(() -> new MisuseException(StatusWord.FILE_NOT_FOUND));
        requireReadable(file, accessGranted);
        MisuseException.require(files.containsKey(file), StatusWord.FILE_NOT_FOUND);
        return file;
    }

    private static void requireReadable(FileId file, boolean accessGranted) throws MisuseException {
        boolean needsTerminalAuthentication = file == FileId.DG3 || file == FileId.DG4;
        boolean free = file == FileId.CARD_ACCESS;
        MisuseException.require(
                free || accessGranted && !needsTerminalAuthentication, StatusWord.SECURITY_NOT_SATISFIED);
    }

    private static boolean isMasterFileChild(FileId file) {
        return file == FileId.CARD_ACCESS || file == FileId.CARD_SECURITY;
    }
}
