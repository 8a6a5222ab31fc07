package fr.tessere.reader.script;

import fr.tessere.reader.access.CardAccessNumber;
import fr.tessere.reader.access.MrzKey;
import fr.tessere.specimen.document.SpecimenDocument;
import java.util.List;

/** What a person reads on a specimen document. */
final class Keys {
    private Keys() {}

    static CardAccessNumber can(SpecimenDocument document) {
        return new CardAccessNumber(document.can().orElseThrow());
    }

    static MrzKey mrz(SpecimenDocument document) {
        List<String> lines = document.mrz().lines();
        if (lines.size() == 3) {
            return new MrzKey(
                    lines.get(0).substring(5, 14),
                    lines.get(1).substring(0, 6),
                    lines.get(1).substring(8, 14));
        }
        return new MrzKey(
                lines.get(1).substring(0, 9),
                lines.get(1).substring(13, 19),
                lines.get(1).substring(21, 27));
    }

    static MrzKey wrongMrz() {
        return new MrzKey("X00000000", "700101", "300101");
    }
}
