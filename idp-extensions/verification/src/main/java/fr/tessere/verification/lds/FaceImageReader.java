package fr.tessere.verification.lds;

import static fr.tessere.protocol.reading.RefusalCode.DATA_GROUP_MALFORMED;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.FileId;
import fr.tessere.verification.evidence.RefusedException;
import java.util.List;

/**
 * Takes the first portrait out of DG2 (ICAO 9303-10 §4.7.2): biometric information templates around a record of
 * ISO/IEC 19794-5 or ISO/IEC 39794-5. It copies the image and reads its size; it decodes nothing.
 */
public final class FaceImageReader {
    private static final int GROUP_TEMPLATE = 0x7F61;
    private static final int NUMBER_OF_INSTANCES = 0x02;
    private static final int TEMPLATE = 0x7F60;
    private static final int DATA_PRIMITIVE = 0x5F2E;
    private static final int DATA_CONSTRUCTED = 0x7F2E;
    private static final int MOST_INSTANCES = 9;

    private FaceImageReader() {}

    /** Reads DG2, tag 75; refuses {@code data-group-malformed} whatever is not whole or not a portrait. */
    public static FaceImage read(Bytes dataGroup2) throws RefusedException {
        try {
            StrictTlv file = StrictTlv.parse(FileId.DG2.tag(), dataGroup2);
            List<StrictTlv> group =
                    StrictTlv.parse(GROUP_TEMPLATE, file.value()).children();
            require(!group.isEmpty() && group.get(0).tag() == NUMBER_OF_INSTANCES, malformed("number of instances"));
            int instances = number(group.get(0).value());
            require(
                    instances >= 1 && instances <= MOST_INSTANCES && group.size() == instances + 1,
                    malformed("as many templates as the number says, 1 to " + MOST_INSTANCES));
            Bytes image = imageIn(group.get(1));
            ImageHeader header = ImageHeader.of(image);
            return new FaceImage(header.format(), header.width(), header.height(), image);
        } catch (TlvException broken) {
            throw new RefusedException(DATA_GROUP_MALFORMED, "DG2: " + broken.getMessage());
        }
    }

    private static Bytes imageIn(StrictTlv template) throws RefusedException, TlvException {
        require(template.tag() == TEMPLATE, malformed("template 7F60"));
        for (StrictTlv part : template.children()) {
            if (part.tag() == DATA_PRIMITIVE) {
                return Iso19794Face.image(part.value());
            }
            if (part.tag() == DATA_CONSTRUCTED) {
                return Iso39794Face.image(part.value());
            }
        }
        throw malformed("biometric data 5F2E or 7F2E");
    }

    static RefusedException malformed(String expected) {
        return new RefusedException(DATA_GROUP_MALFORMED, "DG2: expected " + expected);
    }

    static void require(boolean holds, RefusedException refusal) throws RefusedException {
        if (!holds) {
            throw refusal;
        }
    }

    private static int number(Bytes value) {
        return value.length() == 1 ? value.at(0) : 0;
    }
}
