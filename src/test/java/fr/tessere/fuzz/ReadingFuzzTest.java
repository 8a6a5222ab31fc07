package fr.tessere.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.tessere.specimen.document.Specimens;
import fr.tessere.verification.evidence.RefusedException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A reader that calls in any order, with anything")
class ReadingFuzzTest {
    private static final ChipAtHand CARD = new ChipAtHand(Specimens.load("french-identity-card"));
    private static final ChipAtHand PASSPORT = new ChipAtHand(Specimens.load("passport-active-authentication"));

    static {
        // the server's own start, certificates and all, is not what a call costs
        play(CARD);
        play(PASSPORT);
    }

    @MethodSource("calls")
    @FuzzTest
    void chipAuthentication(byte[] calls) {
        Bounds.hold(() -> new HostileReader(CARD, new Decisions(calls)).run());
    }

    @MethodSource("calls")
    @FuzzTest
    void activeAuthentication(byte[] calls) {
        Bounds.hold(() -> new HostileReader(PASSPORT, new Decisions(calls)).run());
    }

    /** The honest order; then each dishonest call once. */
    static Stream<byte[]> calls() {
        return Stream.of(
                new byte[] {0, 0, 1, 4},
                new byte[] {0, 0, 1, 5, 0, 0, 3, 1, 4},
                new byte[] {0, 0, 2, 0, 0, 40, 1, 1, 4},
                new byte[] {0, 1, 1, 6, 0, 4, 4},
                new byte[] {0, 0, 1, 4, 8, 4, 0, 0},
                new byte[] {0, 0, 0, 1, 1, 7, 9, 4},
                new byte[] {0, 0, 3, '{', '}'},
                new byte[] {0, 0, 1, 6, 1, 6, 2, 9, 2},
                new byte[] {0, 0, 10, 0, 1, 10, 0, 4, 10, 0});
    }

    private static void play(ChipAtHand chip) {
        try {
            new HostileReader(chip, new Decisions(new byte[] {0, 0, 1, 4})).run();
        } catch (RefusedException refusal) {
            throw new AssertionError("the honest order was refused", refusal);
        }
    }
}
