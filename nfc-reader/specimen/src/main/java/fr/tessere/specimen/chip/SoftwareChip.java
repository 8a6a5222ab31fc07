package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.card.StatusWord;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One eMRTD chip in its field. Confined to one thread at a time. */
public final class SoftwareChip {

    private final ChipSettings settings;
    private final CommandRouter router;
    private final AnswerFaults faults;
    private @Nullable SecureMessaging channel;

    /** A chip with this content, and randomness that tests can foresee. */
    public SoftwareChip(ChipContents contents, SecureRandom random, Pause pause) {
        settings = contents.settings();
        router = new CommandRouter(contents, random, pause);
        faults = new AnswerFaults(settings.faults());
    }

    /** A chip with this content that waits in earnest. */
    public SoftwareChip(ChipContents contents) {
        this(contents, new SecureRandom(), SoftwareChip::sleep);
    }

    /** Answers one command. Never throws, whatever the bytes. */
    public Bytes transmit(Bytes command) {
        boolean extended = command.length() >= 7 && command.at(4) == 0;
        try {
            MisuseException.require(!extended || settings.extendedLength(), StatusWord.WRONG_LENGTH);
            return answer(parse(command), extended).encode();
        } catch (MisuseException misuse) {
            dropChannel();
            return ResponseApdu.of(misuse.status()).encode();
        } catch (RuntimeException fault) {
            dropChannel();
            return ResponseApdu.of(StatusWord.UNKNOWN_ERROR).encode();
        }
    }

    /** The chip loses its field: selection, keys and access are gone, the memory of wrong codes is not. */
    public void reset() {
        channel = null;
        router.reset();
        faults.reset();
    }

    /** Answer to reset, as a PC/SC reader makes it up for a contactless card (PC/SC part 3 §3.1.3.2.3). */
    public Bytes answerToReset() {
        return faults.answerToReset(AnswerToReset.of(settings));
    }

    private ResponseApdu answer(CommandApdu command, boolean extended) throws MisuseException {
        boolean isProtected = (command.cla() & SecureMessaging.CLASS_BITS) == SecureMessaging.CLASS_BITS;
        if (!isProtected) {
            dropChannel();
            return perform(command, settings.largestAnswer());
        }
        SecureMessaging current = channel;
        if (current == null) {
            throw new MisuseException(StatusWord.SM_OBJECTS_WRONG);
        }
        CommandApdu inner = current.unwrap(command);
        boolean odd = (command.ins() & 1) == 1;
        int asked = command.expected() > 0 ? command.expected() : extended ? 0x10000 : 0x100;
        int room = current.room(Math.min(asked, settings.largestAnswer()), odd);
        ResponseApdu plain = perform(inner, room);
        return faults.onWire(plain, current.wrap(plain, odd));
    }

    private ResponseApdu perform(CommandApdu command, int room) {
        try {
            Outcome outcome = router.route(command, room);
            MisuseException.require(outcome.answer().data().length() <= room, StatusWord.WRONG_LENGTH);
            ResponseApdu answer = faults.plain(command, outcome.answer());
            if (!faults.keepsChannel()) {
                outcome.next().ifPresent(this::changeTo);
            }
            return answer;
        } catch (MisuseException misuse) {
            return faults.plain(command, ResponseApdu.of(misuse.status()));
        }
    }

    private void changeTo(SecureMessaging next) {
        channel = next;
        router.grantAccess();
    }

    /** ICAO 9303-11 §9.8.3: an error in secure messaging, or a command without it, ends the session and its rights. */
    private void dropChannel() {
        if (channel != null) {
            channel = null;
            router.loseAccess();
        }
    }

    private static CommandApdu parse(Bytes command) throws MisuseException {
        try {
            return CommandApdu.parse(command);
        } catch (IllegalArgumentException lengthsDoNotFit) {
            throw new MisuseException(StatusWord.WRONG_LENGTH);
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
