package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Entries of a directory file (RFC 2849), as the ICAO Public Key Directory offers them for download. Content records
 * only: records of changes are refused, and so are values by address, because nothing is fetched for a file. Reads
 * forwards once, and keeps no more than one entry.
 */
final class LdifReader {
    /** Characters of one entry after folding: the largest master list in base64, and room to grow. */
    private static final int LARGEST_ENTRY = 32 * 1024 * 1024;
    /** Values of one entry. */
    private static final int MOST_VALUES = 1_000;

    private final byte[] text;
    private int at;
    private int line;

    LdifReader(Bytes file) {
        text = file.toArray();
    }

    /**
     * One entry.
     *
     * @param name distinguished name, as written
     * @param line where it begins in the file, from 1
     * @param values attributes with their values, in order
     */
    record Entry(String name, int line, List<Value> values) {
        Entry {
            values = List.copyOf(values);
        }
    }

    /**
     * One value.
     *
     * @param attribute in lower case, without options such as {@code ;binary}
     * @param content the value's bytes
     */
    record Value(String attribute, Bytes content) {}

    /** The next entry, or empty at the end. */
    Optional<Entry> next() throws UnusableException {
        List<String> lines = new ArrayList<>();
        int first = line + 1;
        int size = 0;
        while (at < text.length) {
            String one = logicalLine();
            if (one.isEmpty() && !lines.isEmpty()) {
                break;
            }
            if (lines.isEmpty()) {
                first = line;
            }
            size += one.length();
            UnusableException.require(size <= LARGEST_ENTRY, TrustFault.TOO_LARGE, "the entry of line " + first);
            if (!one.isEmpty() && one.charAt(0) != '#' && !isVersion(one)) {
                lines.add(one);
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(entry(lines, first));
    }

    private static boolean isVersion(String line) throws UnusableException {
        if (!line.startsWith("version:")) {
            return false;
        }
        requireForm(line.substring(8).strip().equals("1"), "another version than 1");
        return true;
    }

    private static Entry entry(List<String> lines, int first) throws UnusableException {
        UnusableException.require(
                lines.size() <= MOST_VALUES, TrustFault.TOO_LARGE, "values of the entry of line " + first);
        Value name = value(lines.get(0));
        requireForm(name.attribute().equals("dn"), "no distinguished name at line " + first);
        List<Value> values = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            Value value = value(line);
            requireForm(!value.attribute().equals("changetype"), "a record of changes at line " + first);
            requireForm(!value.attribute().equals("dn"), "two names in the entry of line " + first);
            values.add(value);
        }
        return new Entry(new String(name.content().toArray(), StandardCharsets.UTF_8), first, values);
    }

    private static Value value(String line) throws UnusableException {
        int colon = line.indexOf(':');
        requireForm(colon > 0, "a line without a name");
        String attribute = line.substring(0, colon).split(";", 2)[0].toLowerCase(Locale.ROOT);
        requireForm(attribute.matches("[a-z0-9.-]{1,100}"), "a name of an attribute");
        String rest = line.substring(colon + 1);
        requireForm(!rest.startsWith("<"), "a value by address");
        if (rest.startsWith(":")) {
            try {
                return new Value(
                        attribute,
                        Bytes.of(Base64.getDecoder().decode(rest.substring(1).strip())));
            } catch (IllegalArgumentException malformed) {
                throw new UnusableException(TrustFault.MALFORMED, "a value that is no base64");
            }
        }
        return new Value(attribute, Bytes.of(rest.strip().getBytes(StandardCharsets.US_ASCII)));
    }

    /** One line and those that continue it; US-ASCII only. */
    private String logicalLine() throws UnusableException {
        StringBuilder folded = new StringBuilder();
        appendLine(folded);
        while (at < text.length && text[at] == ' ') {
            requireForm(folded.length() > 0, "a continuation of nothing at line " + (line + 1));
            at++;
            appendLine(folded);
            UnusableException.require(
                    folded.length() <= LARGEST_ENTRY, TrustFault.TOO_LARGE, "the value of line " + line);
        }
        return folded.toString();
    }

    private void appendLine(StringBuilder folded) throws UnusableException {
        line++;
        int end = at;
        while (end < text.length && text[end] != '\n') {
            requireForm(text[end] > 0, "bytes beyond US-ASCII at line " + line);
            end++;
        }
        int length = end > at && text[end - 1] == '\r' ? end - at - 1 : end - at;
        folded.append(new String(text, at, length, StandardCharsets.US_ASCII));
        at = end + 1;
    }

    private static void requireForm(boolean holds, String detail) throws UnusableException {
        UnusableException.require(holds, TrustFault.MALFORMED, detail);
    }
}
