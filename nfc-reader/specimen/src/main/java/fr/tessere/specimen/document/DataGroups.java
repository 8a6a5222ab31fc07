package fr.tessere.specimen.document;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.FileId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the files of the eMRTD application (ICAO 9303-10 §4.6 and §4.7). */
final class DataGroups {
    private DataGroups() {}

    /** EF.COM: LDS version (4 digits), Unicode version (6 digits) and the tags of the data groups present. */
    static Bytes com(String ldsVersion, String unicodeVersion, Collection<FileId> groups) {
        Bytes tags = Bytes.EMPTY;
        for (FileId group : groups) {
            tags = Bytes.concat(tags, Bytes.of((byte) group.tag()));
        }
        return file(
                FileId.COM, object(0x5F01, text(ldsVersion)), object(0x5F36, text(unicodeVersion)), object(0x5C, tags));
    }

    /** DG1: the machine readable zone. */
    static Bytes dg1(MachineReadableZone zone) {
        return file(FileId.DG1, object(0x5F1F, text(zone.text())));
    }

    /** DG11: full name, birth date, place of birth, address; what is empty is left out, no object if all is. */
    static Bytes dg11(Holder holder) {
        Map<Integer, String> fields = new LinkedHashMap<>();
        fields.put(0x5F0E, holder.familyName() + "<<" + holder.givenNames().replace(' ', '<'));
        fields.put(0x5F2B, holder.birthDate().inFull());
        fields.put(0x5F11, holder.placeOfBirth());
        fields.put(0x5F42, holder.address());
        fields.values().removeIf(String::isEmpty);
        return dg11(fields);
    }

    /** DG11 with these fields by tag, in this order. */
    static Bytes dg11(Map<Integer, String> fields) {
        List<Bytes> objects = new ArrayList<>();
        Bytes tags = Bytes.EMPTY;
        for (int tag : fields.keySet()) {
            tags = Bytes.concat(tags, Bytes.of((byte) (tag >> 8), (byte) tag));
        }
        objects.add(object(0x5C, tags));
        fields.forEach((tag, value) -> objects.add(object(tag, text(value))));
        return file(FileId.DG11, objects.toArray(new Bytes[0]));
    }

    /** DG14: what the chip offers, signed. */
    static Bytes dg14(SecurityInfos infos) {
        return file(FileId.DG14, infos.encode());
    }

    /** DG15: the public key of Active Authentication, SubjectPublicKeyInfo. */
    static Bytes dg15(Bytes publicKey) {
        return file(FileId.DG15, publicKey);
    }

    static Bytes file(FileId id, Bytes... objects) {
        return object(id.tag(), objects);
    }

    static Bytes object(int tag, Bytes... content) {
        return new StrictTlv(tag, Bytes.concat(content)).encode();
    }

    private static Bytes text(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
