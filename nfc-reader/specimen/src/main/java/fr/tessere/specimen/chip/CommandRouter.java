package fr.tessere.specimen.chip;

import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.StatusWord;
import fr.tessere.protocol.reading.AccessProtocol;
import java.security.SecureRandom;
import java.util.Set;

/** Gives each command to the part of the chip that carries it out, and knows whether access was granted. */
final class CommandRouter {
    private static final int GENERAL_AUTHENTICATE = 0x86;
    private static final int CHAINING = 0x10;

    private final Set<AccessProtocol> access;
    private final FileSystem files;
    private final FileReading reading;
    private final BacSession bac;
    private final PaceSession pace;
    private final ChipAuthentication chipAuthentication;
    private final ActiveAuthentication activeAuthentication;
    private boolean granted;

    CommandRouter(ChipContents contents, SecureRandom random, Pause pause) {
        RetryDelay delay = new RetryDelay(contents.settings().retryDelay(), pause);
        access = contents.access();
        files = new FileSystem(contents.files());
        reading = new FileReading(files, contents.settings().tooLarge());
        bac = new BacSession(contents.secrets(), random, delay);
        pace = new PaceSession(contents, random, delay);
        chipAuthentication = new ChipAuthentication(contents.chipAuthentication());
        activeAuthentication = new ActiveAuthentication(contents.activeAuthentication(), random);
        granted = access.isEmpty();
    }

    /** As after power on. */
    void reset() {
        files.reset();
        loseAccess();
    }

    /** The secure channel is gone, and with it all that it had opened. */
    void loseAccess() {
        bac.reset();
        pace.reset();
        chipAuthentication.reset();
        granted = access.isEmpty();
    }

    /** A secure channel was established. */
    void grantAccess() {
        granted = true;
    }

    /**
     * Carries out one command.
     *
     * @param command without secure messaging
     * @param room most data bytes that the answer can hold
     */
    Outcome route(CommandApdu command, int room) throws MisuseException {
        boolean chained = command.cla() == CHAINING && command.ins() == GENERAL_AUTHENTICATE;
        MisuseException.require(command.cla() == 0 || chained, StatusWord.CLASS_NOT_SUPPORTED);
        if (command.ins() != GENERAL_AUTHENTICATE) {
            pace.reset();
        }
        return switch (command.ins()) {
            case 0xA4 -> files.select(command, granted);
            case 0xB0 -> reading.even(command, granted, room);
            case 0xB1 -> reading.odd(command, granted, room);
            case 0x22 -> manageSecurityEnvironment(command);
            case GENERAL_AUTHENTICATE -> generalAuthenticate(command);
            case 0x84 -> {
                requireBac();
                yield bac.challenge(command);
            }
            case 0x82 -> {
                requireBac();
                yield bac.authenticate(command);
            }
            case 0x88 -> {
                requireApplication();
                yield activeAuthentication.sign(command);
            }
            default -> throw new MisuseException(StatusWord.INSTRUCTION_NOT_SUPPORTED);
        };
    }

    private Outcome manageSecurityEnvironment(CommandApdu command) throws MisuseException {
        chipAuthentication.reset();
        switch (command.p1() << 8 | command.p2()) {
            case 0xC1A4 -> {
                boolean offered = access.isEmpty() || access.contains(AccessProtocol.PACE);
                MisuseException.require(offered, StatusWord.FUNCTION_NOT_SUPPORTED);
                return pace.select(command);
            }
            case 0x41A4 -> {
                requireApplication();
                return chipAuthentication.select(command);
            }
            case 0x41A6 -> {
                requireApplication();
                return chipAuthentication.selectAndAgree(command);
            }
            default -> throw new MisuseException(StatusWord.WRONG_P1_P2);
        }
    }

    private Outcome generalAuthenticate(CommandApdu command) throws MisuseException {
        MisuseException.require(command.p1() == 0 && command.p2() == 0, StatusWord.WRONG_P1_P2);
        return pace.isUnderWay() ? pace.step(command) : chipAuthentication.agree(command);
    }

    private void requireBac() throws MisuseException {
        MisuseException.require(access.contains(AccessProtocol.BAC), StatusWord.INSTRUCTION_NOT_SUPPORTED);
        MisuseException.require(files.isApplicationSelected() && !granted, StatusWord.CONDITIONS_NOT_SATISFIED);
    }

    private void requireApplication() throws MisuseException {
        MisuseException.require(granted, StatusWord.SECURITY_NOT_SATISFIED);
        MisuseException.require(files.isApplicationSelected(), StatusWord.CONDITIONS_NOT_SATISFIED);
    }
}
