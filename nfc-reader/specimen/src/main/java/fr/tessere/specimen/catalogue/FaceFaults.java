package fr.tessere.specimen.catalogue;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.specimen.document.SpecimenDocument;
import java.util.Map;

/** Faults of the facial record in DG2 (ISO/IEC 19794-5:2005 §5): fields of its three headers, by name. */
final class FaceFaults {
    private static final Bytes MAGIC = Bytes.ofHex("46414300");

    /** Where the image begins. */
    private static final int IMAGE = 46;

    /** Where each field begins, counted from the record. */
    private static final Map<String, Integer> FIELDS = Map.ofEntries(
            Map.entry("format", 0),
            Map.entry("version", 4),
            Map.entry("length", 8),
            Map.entry("faces", 12),
            Map.entry("face-length", 14),
            Map.entry("points", 18),
            Map.entry("gender", 20),
            Map.entry("eyes", 21),
            Map.entry("hair", 22),
            Map.entry("yaw", 28),
            Map.entry("pitch", 29),
            Map.entry("roll", 30),
            Map.entry("yaw-uncertainty", 31),
            Map.entry("pitch-uncertainty", 32),
            Map.entry("roll-uncertainty", 33),
            Map.entry("image-type", 34),
            Map.entry("image-format", 35),
            Map.entry("width", 36),
            Map.entry("image", IMAGE));

    private FaceFaults() {}

    static void addTo(Map<String, Faults.Fault> all) {
        all.put("face", FaceFaults::field);
        all.put("face-points", (document, word) -> points(document));
        all.put("face-image", (document, word) -> image(document, Bytes.ofHex(word.argument(0))));
        all.put("face-more", (document, word) -> image(document, more(document, FileFaults.number(word, 0))));
    }

    /** {@code face(gender,09)}: other bytes in a field. */
    private static SpecimenDocument field(SpecimenDocument document, FaultWord word) {
        Integer offset = FIELDS.get(word.argument(0));
        if (offset == null) {
            throw new IllegalArgumentException("no field of a facial record is called " + word.argument(0));
        }
        byte[] file = document.fileOf(FileId.DG2).toArray();
        byte[] bytes = Bytes.ofHex(word.argument(1)).toArray();
        System.arraycopy(bytes, 0, file, record(Bytes.of(file)) + offset, bytes.length);
        return document.withFile(FileId.DG2, Bytes.of(file));
    }

    /** Two feature points between the headers, and every length right. */
    private static SpecimenDocument points(SpecimenDocument document) {
        Bytes file = document.fileOf(FileId.DG2);
        Bytes record = file.from(record(file));
        Bytes points = Bytes.ofHex("0102010100100010");
        Bytes more = Bytes.concat(points, points);
        return withRecord(
                document,
                Bytes.concat(
                        record.slice(0, 8),
                        number(record.length() + more.length(), 4),
                        record.slice(12, 14),
                        number(record.length() + more.length() - 14, 4),
                        number(2, 2),
                        record.slice(20, 34),
                        more,
                        record.from(34)));
    }

    /** Another image, perhaps none, and every length right. */
    private static SpecimenDocument image(SpecimenDocument document, Bytes image) {
        Bytes file = document.fileOf(FileId.DG2);
        Bytes record = file.from(record(file));
        return withRecord(
                document,
                Bytes.concat(
                        record.slice(0, 8),
                        number(IMAGE + image.length(), 4),
                        record.slice(12, 14),
                        number(32 + image.length(), 4),
                        record.slice(18, IMAGE),
                        image));
    }

    /** The image, and so many zeros behind it. */
    private static Bytes more(SpecimenDocument document, int zeros) {
        Bytes file = document.fileOf(FileId.DG2);
        return Bytes.concat(file.from(record(file) + IMAGE), Bytes.of(new byte[zeros]));
    }

    private static SpecimenDocument withRecord(SpecimenDocument document, Bytes record) {
        return Faults.in(document, new FaultWord("set", java.util.List.of("dg2", "7F61/7F60/5F2E", record.toHex())));
    }

    private static Bytes number(int value, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[length - 1 - i] = (byte) (value >> 8 * i);
        }
        return Bytes.of(bytes);
    }

    private static int record(Bytes file) {
        for (int at = 0; at + MAGIC.length() < file.length(); at++) {
            if (file.slice(at, at + MAGIC.length()).equals(MAGIC)) {
                return at;
            }
        }
        throw new IllegalArgumentException("there is no facial record any more");
    }
}
