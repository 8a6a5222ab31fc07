package fr.tessere.demo.page;

/**
 * One fact about the person or the proof, ready to be shown.
 *
 * @param label key of the label's text
 * @param value text key when {@code translated}, else the value itself
 * @param translated whether the value is a text key
 */
public record Line(String label, String value, boolean translated) {
    static Line plain(String label, String value) {
        return new Line(label, value, false);
    }

    static Line text(String label, String key) {
        return new Line(label, key, true);
    }
}
