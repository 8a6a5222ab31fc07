package fr.tessere.verification.lds;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The outer layer of every data group: one object with the file's tag, declared length equal to the bytes present. */
final class FileContent {
    private FileContent() {}

    static Bytes of(FileId file, Bytes raw) throws RefusedException {
        try {
            return StrictTlv.parse(file.tag(), raw).value();
        } catch (TlvException bad) {
            throw malformed(file, bad.getMessage());
        }
    }

    /** The objects inside a template, read to the last byte. */
    static List<StrictTlv> objects(FileId file, Bytes template) throws RefusedException {
        try {
            return new ArrayList<>(StrictTlv.parseAll(template));
        } catch (TlvException bad) {
            throw malformed(file, bad.getMessage());
        }
    }

    /** UTF-8, in which ASCII is contained; refuses what is neither, and control characters. */
    static String text(FileId file, Bytes bytes) throws RefusedException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toArray()))
                    .toString();
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw malformed(file, "a control character in a text");
            }
            return text;
        } catch (CharacterCodingException bad) {
            throw malformed(file, "a text that is not UTF-8");
        }
    }

    static RefusedException malformed(FileId file, @org.jspecify.annotations.Nullable String detail) {
        return new RefusedException(RefusalCode.DATA_GROUP_MALFORMED, file.word() + ": " + detail);
    }
}
