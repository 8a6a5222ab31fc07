package fr.tessere.verification.lds;

import static fr.tessere.verification.lds.FaceImageReader.malformed;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.verification.evidence.RefusedException;
import java.util.List;

/**
 * A face image data block of ISO/IEC 39794-5:2019 annex A, as ICAO 9303-10 puts it into 7F2E: only the way down to the
 * first two-dimensional image is walked, everything beside it stays unread.
 */
final class Iso39794Face {
    private static final int CONTEXT_0 = 0xA0;
    private static final int CONTEXT_1 = 0xA1;
    /** FaceImageDataBlock, application 5. */
    private static final int FACE_IMAGE_DATA = 0x65;

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x80;

    /** Representations, the first of them, its image representation, base, two-dimensional block. */
    private static final List<Integer> WAY =
            List.of(CONTEXT_1, FACE_IMAGE_DATA, CONTEXT_1, SEQUENCE, CONTEXT_1, CONTEXT_0, CONTEXT_0, OCTETS);

    private Iso39794Face() {}

    static Bytes image(Bytes constructed) throws RefusedException, TlvException {
        Bytes inside = constructed;
        for (int tag : WAY) {
            inside = first(tag, inside);
        }
        return inside;
    }

    private static Bytes first(int tag, Bytes objects) throws RefusedException, TlvException {
        for (StrictTlv object : StrictTlv.parseAll(objects)) {
            if (object.tag() == tag) {
                return object.value();
            }
        }
        throw malformed("object %X in the face image data block".formatted(tag));
    }
}
