package fr.tessere.audit.check;

/**
 * One thing that is wrong, and where.
 *
 * @param fault what
 * @param from first entry it is about, counted from 0
 * @param to behind the last one
 * @param detail what was found and what was expected; no one's data
 */
public record Finding(Fault fault, long from, long to, String detail) {
    static Finding at(Fault fault, long index, String detail) {
        return new Finding(fault, index, index + 1, detail);
    }
}
