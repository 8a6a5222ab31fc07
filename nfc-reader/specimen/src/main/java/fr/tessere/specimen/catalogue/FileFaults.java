package fr.tessere.specimen.catalogue;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.util.Map;

/** Faults of any file: its outer tag and length, bytes that are missing, changed or too many, another's file. */
final class FileFaults {
    private FileFaults() {}

    static void addTo(Map<String, Faults.Fault> all) {
        all.put("signed", (document, word) -> document.signedAgain());
        all.put("flip", (document, word) -> document.withOneBitFlippedIn(file(word)));
        all.put("without", (document, word) -> document.without(file(word)));
        all.put("tag", (document, word) -> patched(document, file(word), 0, Bytes.ofHex(word.argument(1))));
        all.put("length", FileFaults::length);
        all.put("cut", (document, word) -> document.withFileCutTo(file(word), number(word, 1)));
        all.put("behind", (document, word) -> document.withBytesBehind(file(word), Bytes.ofHex(word.argument(1))));
        all.put("bytes", (document, word) -> document.withFile(file(word), Bytes.ofHex(word.argument(1))));
        all.put(
                "patch",
                (document, word) -> patched(document, file(word), number(word, 1), Bytes.ofHex(word.argument(2))));
        all.put(
                "file-of",
                (document, word) -> document.withFile(
                        file(word), Specimens.load(word.argument(1)).fileOf(file(word))));
    }

    /** {@code length(dg1,-1)}: what the outer length says is so much less or more than what is there. */
    private static SpecimenDocument length(SpecimenDocument document, FaultWord word) {
        FileId file = file(word);
        byte[] bytes = document.fileOf(file).toArray();
        int last = (bytes[1] & 0x80) == 0 ? 1 : 1 + (bytes[1] & 0x7F);
        bytes[last] += (byte) number(word, 1);
        return document.withFile(file, Bytes.of(bytes));
    }

    private static SpecimenDocument patched(SpecimenDocument document, FileId file, int offset, Bytes bytes) {
        byte[] patched = document.fileOf(file).toArray();
        System.arraycopy(bytes.toArray(), 0, patched, offset, bytes.length());
        return document.withFile(file, Bytes.of(patched));
    }

    /** The file that the first argument names. */
    static FileId file(FaultWord word) {
        return FileId.ofWord(word.argument(0))
                .orElseThrow(() -> new IllegalArgumentException("no file is called " + word.argument(0)));
    }

    static int number(FaultWord word, int index) {
        return Integer.parseInt(word.argument(index));
    }
}
