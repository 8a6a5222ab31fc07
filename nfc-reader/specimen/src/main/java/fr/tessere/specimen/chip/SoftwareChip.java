package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.card.StatusWord;
import java.security.SecureRandom;

/** One eMRTD chip in its field. Confined to one thread at a time. */
public final class SoftwareChip {

    /** A chip with this content, and randomness that tests can foresee. */
    public SoftwareChip(ChipContents contents, SecureRandom random, Pause pause) {}

    /** A chip with this content that waits in earnest. */
    public SoftwareChip(ChipContents contents) {
        this(contents, new SecureRandom(), SoftwareChip::sleep);
    }

    /** Answers one command. Never throws, whatever the bytes. */
    public Bytes transmit(Bytes command) {
        return ResponseApdu.of(StatusWord.INSTRUCTION_NOT_SUPPORTED).encode();
    }

    /** The chip loses its field: selection, keys and access are gone, the memory of wrong codes is not. */
    public void reset() {}

    /** Answer to reset, as a PC/SC reader makes it up for a contactless card (PC/SC part 3 §3.1.3.2.3). */
    public Bytes answerToReset() {
        return Bytes.ofHex("3B80800101");
    }

    private static void sleep(java.time.Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
