package fr.tessere.reader.script;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.ScriptCommand;
import fr.tessere.protocol.reading.ScriptCommand.Wrapping;
import fr.tessere.reader.card.ReadingException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a server may have played on a chip, checked before the first command: commands that prove or read, and no way to
 * an encrypted nonce, from which the code printed on the card could be found.
 */
final class ScriptRules {
    /** MANAGE SECURITY ENVIRONMENT, GENERAL AUTHENTICATE, INTERNAL AUTHENTICATE, SELECT, READ BINARY (two forms). */
    private static final Set<Integer> UNDER_READER = Set.of(0x22, 0x86, 0x88, 0xA4, 0xB0, 0xB1);

    private static final Set<Integer> UNDER_SERVER = Set.of(0xA4, 0xB0, 0xB1);
    private static final Set<Integer> CHIP_AUTHENTICATION = Set.of(0x41A4, 0x41A6);
    private static final Set<Integer> PACE_STEPS = Set.of(0x81, 0x83, 0x85);
    private static final Bytes FETCH_NONCE = Bytes.ofHex("10860000027C0000");

    private final Predicate<Bytes> announced;
    private boolean nonceFetched;

    /**
     * The rules for one reading.
     *
     * @param announced true for the content of a protocol's object identifier that EF.CardAccess announces
     */
    ScriptRules(Predicate<Bytes> announced) {
        this.announced = announced;
    }

    /** True if the script begins a PACE that the server runs. */
    static boolean beginsPace(ChipScript script) {
        return script.commands().get(0).wrapping() == Wrapping.PASSWORD;
    }

    /** True if the script can only go on where the chip stands. */
    static boolean needsNoSession(ChipScript script) {
        return script.commands().stream().allMatch(command -> command.wrapping() != Wrapping.READER);
    }

    /** Refuses a script that no honest server sends: {@code server-reply-malformed}. */
    void check(ChipScript script) throws ReadingException {
        List<ScriptCommand> commands = script.commands();
        boolean fetched = nonceFetched;
        boolean began = beginsPace(script);
        for (int at = 0; at < commands.size(); at++) {
            ScriptCommand command = commands.get(at);
            CommandApdu apdu = parse(command);
            boolean fits = switch (command.wrapping()) {
                case READER -> !began && isForReader(apdu);
                case SERVER -> (apdu.cla() & 0x0C) == 0x0C && UNDER_SERVER.contains(apdu.ins());
                case PASSWORD -> at == 0 && isTemplate(apdu);
                case NONCE -> at == 1 && began && command.apdu().equals(FETCH_NONCE);
                case PLAIN -> fetched && isStep(apdu);
            };
            if (!fits) {
                throw malformed("command %d, %s, instruction %02X"
                        .formatted(at + 1, command.wrapping().word(), apdu.ins()));
            }
            fetched |= command.wrapping() == Wrapping.NONCE;
        }
        nonceFetched = fetched;
    }

    private static boolean isForReader(CommandApdu apdu) {
        boolean template = apdu.ins() != 0x22 || CHIP_AUTHENTICATION.contains(apdu.p1() << 8 | apdu.p2());
        return template && UNDER_READER.contains(apdu.ins());
    }

    private boolean isTemplate(CommandApdu apdu) throws ReadingException {
        List<StrictTlv> objects = objects(apdu.data());
        boolean header = apdu.cla() == 0 && apdu.ins() == 0x22 && apdu.p1() == 0xC1 && apdu.p2() == 0xA4;
        boolean only =
                objects.size() == 1 || objects.size() == 2 && objects.get(1).tag() == 0x84;
        return header
                && only
                && objects.get(0).tag() == 0x80
                && announced.test(objects.get(0).value());
    }

    private static boolean isStep(CommandApdu apdu) throws ReadingException {
        boolean header = (apdu.cla() & ~0x10) == 0 && apdu.ins() == 0x86 && apdu.p1() == 0 && apdu.p2() == 0;
        List<StrictTlv> outer = objects(apdu.data());
        if (!header || outer.size() != 1 || outer.get(0).tag() != 0x7C) {
            return false;
        }
        List<StrictTlv> inner = objects(outer.get(0).value());
        return inner.size() == 1 && PACE_STEPS.contains(inner.get(0).tag());
    }

    private static List<StrictTlv> objects(Bytes data) throws ReadingException {
        try {
            return StrictTlv.parseAll(data);
        } catch (TlvException refused) {
            throw malformed(String.valueOf(refused.getMessage()));
        }
    }

    private static CommandApdu parse(ScriptCommand command) throws ReadingException {
        try {
            return CommandApdu.parse(command.apdu());
        } catch (RuntimeException refused) {
            throw malformed("a command that is none (" + refused.getClass().getSimpleName() + ")");
        }
    }

    private static ReadingException malformed(String what) {
        return new ReadingException(RefusalCode.SERVER_REPLY_MALFORMED, "a script with " + what);
    }
}
