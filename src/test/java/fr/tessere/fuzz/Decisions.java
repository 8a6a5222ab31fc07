package fr.tessere.fuzz;

/** Input bytes read as a row of decisions; behind the end everything is 0. */
final class Decisions {
    private final byte[] bytes;
    private int next;

    Decisions(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean left() {
        return next < bytes.length;
    }

    /** 0 to 255. */
    int one() {
        return left() ? bytes[next++] & 0xFF : 0;
    }

    /** 0 to this, less one. */
    int below(int bound) {
        return bound <= 256 ? one() % bound : (one() << 8 | one()) % bound;
    }

    /** As many bytes as are left, at most this. */
    byte[] some(int most) {
        int length = Math.min(most, bytes.length - next);
        byte[] taken = java.util.Arrays.copyOfRange(bytes, next, next + length);
        next += length;
        return taken;
    }
}
