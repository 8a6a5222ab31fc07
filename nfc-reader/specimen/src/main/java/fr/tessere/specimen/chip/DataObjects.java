package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.StatusWord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The data objects of one command, each tag at most once; 6A80 for anything else. */
final class DataObjects {
    private final Map<Integer, Bytes> byTag;

    private DataObjects(Map<Integer, Bytes> byTag) {
        this.byTag = byTag;
    }

    /** Objects one behind the other. */
    static DataObjects read(Bytes data) throws MisuseException {
        Map<Integer, Bytes> found = new LinkedHashMap<>();
        try {
            for (StrictTlv object : StrictTlv.parseAll(data)) {
                MisuseException.require(found.put(object.tag(), object.value()) == null, StatusWord.WRONG_DATA);
            }
        } catch (TlvException notObjects) {
            throw new MisuseException(StatusWord.WRONG_DATA);
        }
        return new DataObjects(found);
    }

    /** The objects inside the dynamic authentication data of GENERAL AUTHENTICATE, tag 7C. */
    static DataObjects dynamicAuthentication(Bytes data) throws MisuseException {
        DataObjects outer = read(data);
        MisuseException.require(outer.byTag.size() == 1, StatusWord.WRONG_DATA);
        return read(outer.required(0x7C));
    }

    Optional<Bytes> value(int tag) {
        return Optional.ofNullable(byTag.get(tag));
    }

    Bytes required(int tag) throws MisuseException {
        return value(tag).orElseThrow(() -> new MisuseException(StatusWord.WRONG_DATA));
    }

    /** The value of the only object there is. */
    Bytes only(int tag) throws MisuseException {
        MisuseException.require(byTag.size() == 1, StatusWord.WRONG_DATA);
        return required(tag);
    }

    boolean isEmpty() {
        return byTag.isEmpty();
    }
}
