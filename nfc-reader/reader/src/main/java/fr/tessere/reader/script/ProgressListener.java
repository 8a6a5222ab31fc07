package fr.tessere.reader.script;

/** Is told how far a reading is. Called on the reading's own thread. */
@FunctionalInterface
public interface ProgressListener {
    /** Tells nobody. */
    ProgressListener NONE = (step, fraction) -> {};

    /**
     * Something moved.
     *
     * @param step where the reading stands
     * @param fraction how much of this step is done, 0.0 to 1.0
     */
    void at(ReadingStep step, double fraction);
}
