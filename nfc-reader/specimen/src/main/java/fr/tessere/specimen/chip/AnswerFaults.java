package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.card.StatusWord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Changes the answers of a chip in the steps that its faults name; an honest chip has none. */
final class AnswerFaults {
    private final List<ChipFault> faults;
    private boolean inApplication;
    private boolean agreed;
    private Step reading = Step.OTHER;
    private Step step = Step.OTHER;
    private Optional<ResponseApdu> before = Optional.empty();

    AnswerFaults(List<ChipFault> faults) {
        this.faults = faults;
    }

    void reset() {
        inApplication = false;
        agreed = false;
        reading = Step.OTHER;
        before = Optional.empty();
    }

    Bytes answerToReset(Bytes honest) {
        return find(Step.RESET, Change.DATA)
                .map(fault -> Bytes.ofHex(fault.value()))
                .orElse(honest);
    }

    /** True if the chip does not change to the channel that it has just agreed on. */
    boolean keepsChannel() {
        return find(step, Change.OLD_CHANNEL).isPresent();
    }

    /** The answer before secure messaging protects it. */
    ResponseApdu plain(CommandApdu command, ResponseApdu honest) {
        if (faults.isEmpty()) {
            return honest;
        }
        step = step(command, honest.status());
        ResponseApdu answer = honest;
        for (ChipFault fault : faults) {
            if (Step.ofWord(fault.step()) == step) {
                answer = changed(fault, command, answer);
            }
        }
        return answer;
    }

    /** The answer as it goes over the wire. */
    ResponseApdu onWire(ResponseApdu plain, ResponseApdu wrapped) {
        ResponseApdu answer = wrapped;
        for (ChipFault fault : faults) {
            if (Step.ofWord(fault.step()) == step) {
                answer = unprotected(fault, plain, answer);
            }
        }
        before = Optional.of(wrapped);
        return answer;
    }

    private Optional<ChipFault> find(Step wanted, Change change) {
        return faults.stream()
                .filter(fault -> Step.ofWord(fault.step()) == wanted && Change.ofWord(fault.change()) == change)
                .findFirst();
    }

    private Step step(CommandApdu command, StatusWord status) {
        boolean reads = (command.ins() & 0xFE) == 0xB0;
        Step now = reads ? reading(command) : Step.of(command);
        inApplication |= now == Step.SELECT_APPLICATION && status.isOk();
        agreed |= (now == Step.CA_AGREE || now == Step.CA_SELECT && command.p2() == 0xA6) && status.isOk();
        return now;
    }

    private Step reading(CommandApdu command) {
        if (agreed) {
            return Step.PROOF;
        }
        if ((command.p1() & 0x80) != 0) {
            int sfi = command.p1() & 0x1F;
            reading = inApplication ? inApplication(sfi) : outside(sfi);
        }
        return reading;
    }

    private static Step outside(int sfi) {
        return switch (sfi) {
            case 0x01 -> Step.READ_ATR;
            case 0x1C -> Step.READ_CARD_ACCESS;
            case 0x1D -> Step.READ_CARD_SECURITY;
            default -> Step.OTHER;
        };
    }

    private static Step inApplication(int sfi) {
        return Arrays.stream(Step.values())
                .filter(step -> sfi == sfi(step))
                .findFirst()
                .orElse(Step.OTHER);
    }

    private static int sfi(Step step) {
        return switch (step) {
            case READ_SOD -> FileId.SOD.sfi();
            case READ_DG1 -> FileId.DG1.sfi();
            case READ_DG14 -> FileId.DG14.sfi();
            case READ_DG15 -> FileId.DG15.sfi();
            default -> -1;
        };
    }

    private static ResponseApdu changed(ChipFault fault, CommandApdu command, ResponseApdu answer) {
        Bytes data = answer.data();
        return switch (Change.ofWord(fault.change())) {
            case STATUS -> ResponseApdu.of(status(fault));
            case ENDING -> new ResponseApdu(data, status(fault));
            case DATA -> new ResponseApdu(Bytes.ofHex(fault.value()), StatusWord.OK);
            case FLIP -> new ResponseApdu(flipped(data), answer.status());
            case DROP -> new ResponseApdu(shortened(data, number(fault)), answer.status());
            case EXTRA -> new ResponseApdu(Bytes.concat(data, Bytes.ofHex(fault.value())), answer.status());
            case TAG, VALUE, ECHO, WITH, WITHOUT, RETAG ->
                new ResponseApdu(TemplateFault.in(fault, command.data(), data), answer.status());
            case END -> end(fault, answer);
            default -> answer;
        };
    }

    private static ResponseApdu end(ChipFault fault, ResponseApdu answer) {
        if (!answer.status().equals(StatusWord.END_OF_FILE)) {
            return answer;
        }
        boolean exact = fault.value().equals("6C");
        StatusWord status = exact ? new StatusWord(0x6C00 | answer.data().length() & 0xFF) : status(fault);
        return status.isOkOrWarning() ? new ResponseApdu(answer.data(), status) : ResponseApdu.of(status);
    }

    private ResponseApdu unprotected(ChipFault fault, ResponseApdu plain, ResponseApdu answer) {
        Bytes data = answer.data();
        return switch (Change.ofWord(fault.change())) {
            case SM_WITHOUT -> new ResponseApdu(without(number(fault), data), answer.status());
            case SM_FLIP -> new ResponseApdu(flipped(number(fault), data), answer.status());
            case SM_PLAIN -> plain;
            case SM_STATUS -> ResponseApdu.of(status(fault));
            case SM_AGAIN -> before.orElse(answer);
            case SM_DROP -> new ResponseApdu(shortened(data, number(fault)), answer.status());
            default -> answer;
        };
    }

    private static Bytes without(int tag, Bytes objects) {
        Bytes left = Bytes.EMPTY;
        for (StrictTlv object : objects(objects)) {
            left = object.tag() == tag ? left : Bytes.concat(left, object.encode());
        }
        return left;
    }

    private static Bytes flipped(int tag, Bytes objects) {
        Bytes all = Bytes.EMPTY;
        for (StrictTlv object : objects(objects)) {
            StrictTlv kept = object.tag() == tag ? new StrictTlv(tag, flipped(object.value())) : object;
            all = Bytes.concat(all, kept.encode());
        }
        return all;
    }

    private static List<StrictTlv> objects(Bytes data) {
        try {
            return StrictTlv.parseAll(data);
        } catch (TlvException notProtected) {
            throw new IllegalStateException(notProtected);
        }
    }

    private static Bytes shortened(Bytes data, int less) {
        return data.slice(0, Math.max(0, data.length() - less));
    }

    private static Bytes flipped(Bytes data) {
        byte[] bytes = data.toArray();
        if (bytes.length > 0) {
            bytes[bytes.length - 1] ^= 1;
        }
        return Bytes.of(bytes);
    }

    private static StatusWord status(ChipFault fault) {
        return new StatusWord(number(fault));
    }

    private static int number(ChipFault fault) {
        return Integer.parseInt(fault.value(), 16);
    }
}
