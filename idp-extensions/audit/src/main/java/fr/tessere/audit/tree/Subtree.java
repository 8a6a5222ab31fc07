package fr.tessere.audit.tree;

/**
 * A full subtree: the leaves {@code index * 2^height} to {@code (index + 1) * 2^height - 1}. Once full it never changes.
 *
 * @param height 0 for a leaf
 * @param index counted from the left, among those of its height
 */
public record Subtree(int height, long index) {
    public Subtree {
        if (height < 0 || height > 62 || index < 0) {
            throw new IllegalArgumentException("no subtree has height %d and index %d".formatted(height, index));
        }
    }

    Subtree left() {
        return new Subtree(height - 1, index * 2);
    }

    Subtree right() {
        return new Subtree(height - 1, index * 2 + 1);
    }
}
