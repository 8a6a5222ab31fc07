package fr.tessere.specimen.document;

import fr.tessere.specimen.chip.MrzInformation;
import java.util.ArrayList;
import java.util.List;

/**
 * The machine readable zone of a document, check digits included (ICAO 9303-4, -5, -6).
 *
 * @param text all lines one behind the other: 90 characters (TD1), 72 (TD2) or 88 (TD3)
 */
public record MachineReadableZone(String text) {
    private static final int NUMBER = 9;
    private static final int[] WEIGHTS = {7, 3, 1};

    public MachineReadableZone {
        if (!text.matches("[A-Z0-9<]*") || (text.length() != 90 && text.length() != 72 && text.length() != 88)) {
            throw new IllegalArgumentException("a machine readable zone has 90, 72 or 88 characters of A-Z, 0-9 and <");
        }
    }

    /** The zone of this person's document. */
    public static MachineReadableZone of(Paper paper, Holder holder) {
        return new MachineReadableZone(
                switch (paper.layout()) {
                    case TD1 -> td1(paper, holder);
                    case TD2 -> td2(paper, holder);
                    case TD3 -> td3(paper, holder);
                });
    }

    private static String td1(Paper paper, Holder holder) {
        String first = filled(paper.code(), 2) + filled(paper.issuingState(), 3) + number(paper, 15);
        String birth = withCheckDigit(holder.birthDate().inMrz());
        String expiry = withCheckDigit(paper.expiryInMrz());
        String optional = filled("", 11);
        String second = birth + sex(holder) + expiry + filled(holder.nationality(), 3) + optional;
        String composite = checkDigit(first.substring(5) + birth + expiry + optional);
        return first + second + composite + names(holder, 30);
    }

    private static String td2(Paper paper, Holder holder) {
        String first = filled(paper.code(), 2) + filled(paper.issuingState(), 3) + names(holder, 31);
        String number = number(paper, 7);
        String birth = withCheckDigit(holder.birthDate().inMrz());
        String expiry = withCheckDigit(paper.expiryInMrz());
        String optional = number.substring(NUMBER + 1);
        String head = number.substring(0, NUMBER + 1);
        String second = head + filled(holder.nationality(), 3) + birth + sex(holder) + expiry + optional;
        return first + second + checkDigit(head + birth + expiry + optional);
    }

    private static String td3(Paper paper, Holder holder) {
        String first = filled(paper.code(), 2) + filled(paper.issuingState(), 3) + names(holder, 39);
        String number = withCheckDigit(filled(paper.number(), NUMBER));
        String birth = withCheckDigit(holder.birthDate().inMrz());
        String expiry = withCheckDigit(paper.expiryInMrz());
        String optional = filled(paper.optionalData(), 14);
        optional += paper.optionalData().isEmpty() ? "<" : checkDigit(optional);
        String second = number + filled(holder.nationality(), 3) + birth + sex(holder) + expiry + optional;
        return first + second + checkDigit(number + birth + expiry + optional);
    }

    /** Number, check digit and optional data; what does not fit into 9 characters goes on in the optional data. */
    private static String number(Paper paper, int optionalLength) {
        String number = paper.number();
        if (number.length() <= NUMBER) {
            return withCheckDigit(filled(number, NUMBER)) + filled(paper.optionalData(), optionalLength);
        }
        String rest = number.substring(NUMBER) + checkDigit(number) + "<" + paper.optionalData();
        return number.substring(0, NUMBER) + "<" + filled(rest, optionalLength);
    }

    private static String sex(Holder holder) {
        return holder.sex().replace('X', '<');
    }

    /** Family name, two fillers, given names. A name that was cut ends in a letter (ICAO 9303-3 §4.6.3). */
    private static String names(Holder holder, int width) {
        String family = Transliteration.of(holder.familyName());
        String given = Transliteration.of(holder.givenNames());
        String whole = given.isEmpty() ? family : family + "<<" + given;
        if (whole.length() <= width) {
            return filled(whole, width);
        }
        family = family.substring(0, Math.min(family.length(), width - 3));
        String cut = (family + "<<" + given).substring(0, width);
        while (cut.endsWith("<")) {
            family = family.substring(0, family.length() - 1);
            cut = (family + "<<" + given).substring(0, width);
        }
        return cut;
    }

    private static String filled(String text, int width) {
        if (text.length() > width) {
            throw new IllegalArgumentException("%d characters do not fit into %d".formatted(text.length(), width));
        }
        return text + "<".repeat(width - text.length());
    }

    private static String withCheckDigit(String text) {
        return text + checkDigit(text);
    }

    /** Weights 7, 3, 1 over the characters' values, modulo 10 (ICAO 9303-3 §4.9). */
    static String checkDigit(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            sum += WEIGHTS[i % 3] * (character == '<' ? 0 : Character.digit(character, 36));
        }
        return String.valueOf(sum % 10);
    }

    /** Size and arrangement. */
    public Paper.Layout layout() {
        return switch (text.length()) {
            case 90 -> Paper.Layout.TD1;
            case 72 -> Paper.Layout.TD2;
            default -> Paper.Layout.TD3;
        };
    }

    /** The lines as they are printed. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        int width = layout().width();
        for (int at = 0; at < text.length(); at += width) {
            lines.add(text.substring(at, at + width));
        }
        return lines;
    }

    /** The part that opens the chip. */
    public MrzInformation information() {
        boolean td1 = layout() == Paper.Layout.TD1;
        String second = lines().get(1);
        String number = td1 ? lines().get(0).substring(5) : second;
        String dates = td1
                ? second.substring(0, 6) + second.substring(8, 14)
                : second.substring(13, 19) + second.substring(21, 27);
        String rest = td1 ? number.substring(NUMBER + 1) : second.substring(28, 35);
        return MrzInformation.of(whole(number, rest), dates.substring(0, 6), dates.substring(6));
    }

    /** A number of more than 9 characters has a filler where its check digit would be, and goes on in the rest. */
    private String whole(String number, String rest) {
        if (layout() == Paper.Layout.TD3 || number.charAt(NUMBER) != '<' || rest.startsWith("<")) {
            return number.substring(0, NUMBER);
        }
        String more = rest.substring(0, rest.indexOf('<') < 0 ? rest.length() : rest.indexOf('<'));
        return number.substring(0, NUMBER) + more.substring(0, more.length() - 1);
    }

    @Override
    public String toString() {
        return "MachineReadableZone[hidden]";
    }
}
