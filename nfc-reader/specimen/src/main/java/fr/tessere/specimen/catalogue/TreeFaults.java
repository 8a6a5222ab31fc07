package fr.tessere.specimen.catalogue;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.FileId;
import fr.tessere.specimen.document.SpecimenDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Faults of one object inside a file; the lengths around it are right again afterwards. The object is named by the tags
 * that lead to it: {@code 7F61/7F60/A1/87}, below the file's own tag; the first of several is meant.
 */
final class TreeFaults {
    private TreeFaults() {}

    static void addTo(Map<String, Faults.Fault> all) {
        all.put(
                "set",
                (document, word) -> changed(
                        document,
                        word,
                        object -> Optional.of(new StrictTlv(object.tag(), Bytes.ofHex(word.argument(2))))));
        all.put("remove", (document, word) -> changed(document, word, object -> Optional.empty()));
        all.put(
                "retag",
                (document, word) -> changed(
                        document,
                        word,
                        object -> Optional.of(new StrictTlv(Integer.parseInt(word.argument(2), 16), object.value()))));
        all.put(
                "inside",
                (document, word) -> changed(
                        document,
                        word,
                        object -> Optional.of(new StrictTlv(
                                object.tag(), Bytes.concat(object.value(), Bytes.ofHex(word.argument(2)))))));
    }

    private static SpecimenDocument changed(
            SpecimenDocument document, FaultWord word, Function<StrictTlv, Optional<StrictTlv>> change) {
        FileId file = FileFaults.file(word);
        String[] path = word.argument(1).split("/");
        try {
            StrictTlv outer = StrictTlv.parse(document.fileOf(file));
            Bytes inside = inside(outer.value(), path, 0, change);
            return document.withFile(file, new StrictTlv(outer.tag(), inside).encode());
        } catch (TlvException e) {
            throw new IllegalArgumentException(file.word() + " has no " + word.argument(1), e);
        }
    }

    private static Bytes inside(
            Bytes content, String[] path, int depth, Function<StrictTlv, Optional<StrictTlv>> change)
            throws TlvException {
        int wanted = Integer.parseInt(path[depth], 16);
        List<Bytes> parts = new ArrayList<>();
        boolean found = false;
        for (StrictTlv object : StrictTlv.parseAll(content)) {
            if (found || object.tag() != wanted) {
                parts.add(object.encode());
                continue;
            }
            found = true;
            if (depth + 1 < path.length) {
                parts.add(new StrictTlv(object.tag(), inside(object.value(), path, depth + 1, change)).encode());
            } else {
                change.apply(object).ifPresent(other -> parts.add(other.encode()));
            }
        }
        if (!found) {
            throw new IllegalArgumentException("there is no object with tag " + path[depth]);
        }
        return Bytes.concat(parts.toArray(new Bytes[0]));
    }
}
