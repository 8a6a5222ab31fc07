package fr.tessere.reader.access;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.reader.card.CardAbilities;
import fr.tessere.reader.card.ReadingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a chip can be opened, as EF.CardAccess says (ICAO 9303-11 §9.2): hostile bytes until PACE has run. */
public final class AccessOffer {
    private final Optional<Bytes> cardAccess;
    private final CardAbilities abilities;
    private final List<PaceOffer> pace;
    private final List<Bytes> announced;

    private AccessOffer(
            Optional<Bytes> cardAccess, CardAbilities abilities, List<PaceOffer> pace, List<Bytes> announced) {
        this.cardAccess = cardAccess;
        this.abilities = abilities;
        this.pace = List.copyOf(pace);
        this.announced = List.copyOf(announced);
    }

    /** Reads EF.CardAccess, or takes note that there is none: {@code chip-failed} if it is no list of SecurityInfos. */
    static AccessOffer read(Optional<Bytes> cardAccess, CardAbilities abilities) throws ReadingException {
        if (cardAccess.isEmpty()) {
            return new AccessOffer(cardAccess, abilities, List.of(), List.of());
        }
        try {
            List<PaceOffer> usable = new ArrayList<>();
            List<Bytes> announced = new ArrayList<>();
            for (StrictTlv info : StrictTlv.parse(0x31, cardAccess.get()).children()) {
                List<StrictTlv> fields = info.children();
                Bytes oid = StrictTlv.parse(0x06, fields.get(0).encode()).value();
                if (PaceOffer.isPace(oid)) {
                    announced.add(oid);
                }
                usableOffer(oid, fields).ifPresent(usable::add);
            }
            usable.sort(PaceOffer.WEAKEST_FIRST.reversed());
            return new AccessOffer(cardAccess, abilities, usable, announced);
        } catch (TlvException | RuntimeException refused) {
            throw new ReadingException(
                    RefusalCode.CHIP_FAILED,
                    "EF.CardAccess: " + refused.getClass().getSimpleName());
        }
    }

    /** EF.CardAccess as it is on the chip. */
    public Optional<Bytes> cardAccess() {
        return cardAccess;
    }

    /** What the chip says it can do. */
    public CardAbilities abilities() {
        return abilities;
    }

    /** For people, the best first: the PACE protocols that this reader knows, or BAC where the chip offers no PACE. */
    public List<String> titles() {
        return offersPace() ? pace.stream().map(PaceOffer::title).toList() : List.of("BAC");
    }

    /** True if the chip offers PACE, known to this reader or not: then BAC is out of the question. */
    boolean offersPace() {
        return !announced.isEmpty();
    }

    /** True if the chip offers PACE with chip authentication mapping, known or not: then it has EF.CardSecurity. */
    public boolean offersChipMapping() {
        return announced.stream().anyMatch(PaceOffer::isChipMapping);
    }

    /** True if the chip offers this protocol and this reader knows it. */
    public boolean offers(Bytes protocol) {
        return pace.stream().anyMatch(offer -> offer.oid().equals(protocol));
    }

    /** The best PACE of the chip that this reader knows. */
    Optional<PaceOffer> best() {
        return pace.stream().findFirst();
    }

    /** True if the protocol is offered with several groups, so that the chip must be told which. */
    boolean hasSeveralGroups(PaceOffer chosen) {
        return pace.stream().filter(other -> other.oid().equals(chosen.oid())).count() > 1;
    }

    private static Optional<PaceOffer> usableOffer(Bytes oid, List<StrictTlv> fields) {
        boolean complete =
                PaceOffer.isPace(oid) && fields.size() == 3 && isNumber(fields.get(1)) && isNumber(fields.get(2));
        if (!complete || fields.get(1).value().at(0) != 2) {
            return Optional.empty();
        }
        return PaceOffer.of(oid, fields.get(2).value().at(0));
    }

    private static boolean isNumber(StrictTlv field) {
        return field.tag() == 0x02 && field.value().length() == 1;
    }
}
