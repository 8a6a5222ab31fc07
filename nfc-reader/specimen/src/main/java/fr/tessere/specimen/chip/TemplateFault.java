package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import java.util.ArrayList;
import java.util.List;

/** A fault inside the dynamic authentication data of GENERAL AUTHENTICATE, tag 7C. */
final class TemplateFault {
    private static final int TEMPLATE = 0x7C;

    private TemplateFault() {}

    /** The chip's template with this fault. */
    static Bytes in(ChipFault fault, Bytes command, Bytes answer) {
        try {
            List<StrictTlv> objects =
                    new ArrayList<>(StrictTlv.parse(TEMPLATE, answer).children());
            StrictTlv first = objects.remove(0);
            Change change = Change.ofWord(fault.change());
            switch (change) {
                case TAG -> objects.add(0, new StrictTlv(Integer.parseInt(fault.value(), 16), first.value()));
                case VALUE -> objects.add(0, new StrictTlv(first.tag(), Bytes.ofHex(fault.value())));
                case ECHO -> objects.add(0, new StrictTlv(first.tag(), sent(command)));
                case WITH -> {
                    objects.add(0, first);
                    objects.addAll(StrictTlv.parseAll(Bytes.ofHex(fault.value())));
                }
                case RETAG -> {
                    objects.add(0, first);
                    int from = Integer.parseInt(fault.value().substring(0, 2), 16);
                    int to = Integer.parseInt(fault.value().substring(2), 16);
                    objects.replaceAll(object -> object.tag() == from ? new StrictTlv(to, object.value()) : object);
                }
                default -> {
                    objects.add(0, first);
                    objects.removeIf(object -> object.tag() == Integer.parseInt(fault.value(), 16));
                }
            }
            return new StrictTlv(TEMPLATE, encoded(objects)).encode();
        } catch (TlvException noTemplate) {
            // the chip had something else to answer, for example a status
            return answer;
        }
    }

    private static Bytes sent(Bytes command) throws TlvException {
        return StrictTlv.parse(TEMPLATE, command).children().get(0).value();
    }

    private static Bytes encoded(List<StrictTlv> objects) {
        Bytes all = Bytes.EMPTY;
        for (StrictTlv object : objects) {
            all = Bytes.concat(all, object.encode());
        }
        return all;
    }
}
