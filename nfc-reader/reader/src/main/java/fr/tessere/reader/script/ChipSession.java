package fr.tessere.reader.script;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.card.StatusWord;
import fr.tessere.protocol.reading.ChipAnswers;
import fr.tessere.protocol.reading.ChipScript;
import fr.tessere.protocol.reading.InvalidMessageException;
import fr.tessere.protocol.reading.Limits;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.UnverifiedFiles;
import fr.tessere.reader.access.AccessKey;
import fr.tessere.reader.access.AccessOffer;
import fr.tessere.reader.access.AccessSession;
import fr.tessere.reader.access.ChipAccess;
import fr.tessere.reader.access.RemotePace;
import fr.tessere.reader.card.BlockSize;
import fr.tessere.reader.card.CardCost;
import fr.tessere.reader.card.CardLostException;
import fr.tessere.reader.card.FileReader;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.reader.card.SessionEndedException;
import fr.tessere.reader.card.TracedChannel;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One opened chip: reads, plays, and opens the chip again when it ended the session or was lost. */
final class ChipSession implements OpenedChip {
    /** Sessions that a chip may end before it is given up: one for each block size it may dislike. */
    private static final int REOPENINGS = 8;

    /** Stands for the answer to a command of a PACE that cannot go on, because the card was lost in it. */
    private static final Bytes NOT_PLAYED =
            ResponseApdu.of(StatusWord.UNKNOWN_ERROR).encode();

    private static final Set<FileId> CHIP_KEYS = EnumSet.of(FileId.DG14, FileId.DG15);

    private final TracedChannel channel;
    private final ChipAccess access;
    private final AccessOffer offer;
    private final AccessKey key;
    private final ProgressListener listener;
    private final BlockSize block;
    private final ScriptRules rules;
    private AccessSession session;
    private Optional<Bytes> cardSecurity = Optional.empty();
    private @Nullable RemotePace remote;
    private boolean lost;

    private ChipSession(
            TracedChannel channel,
            ChipAccess access,
            AccessOffer offer,
            AccessKey key,
            ProgressListener listener,
            AccessSession session) {
        this.channel = channel;
        this.access = access;
        this.offer = offer;
        this.key = key;
        this.listener = listener;
        this.session = session;
        this.block = new BlockSize(offer.abilities().largestAnswer());
        this.rules = new ScriptRules(offer::offers);
    }

    static ChipSession open(
            TracedChannel channel, ChipAccess access, AccessOffer offer, AccessKey key, ProgressListener listener)
            throws ReadingException {
        listener.at(ReadingStep.ACCESS, 0.0);
        AccessSession session = access.open(channel, offer, key);
        ChipSession opened = new ChipSession(channel, access, offer, key, listener, session);
        opened.enter();
        listener.at(ReadingStep.ACCESS, 1.0);
        return opened;
    }

    @Override
    public UnverifiedFiles readFiles(Set<FileId> wanted) throws ReadingException {
        Map<FileId, Bytes> files = new EnumMap<>(FileId.class);
        offer.cardAccess().ifPresent(file -> files.put(FileId.CARD_ACCESS, file));
        cardSecurity.ifPresent(file -> files.put(FileId.CARD_SECURITY, file));
        Bytes sod = securityObject();
        files.put(FileId.SOD, sod);
        Set<FileId> listed = SignedList.of(sod);
        files.putAll(chipKeys(listed));
        Map<FileId, Integer> lengths = lengths(wanted, listed);
        try {
            return new UnverifiedFiles(Limits.VERSION, session.protocol(), files, lengths, block.largestAnswer());
        } catch (InvalidMessageException refused) {
            throw new ReadingException(RefusalCode.CHIP_FAILED, String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public ChipAnswers play(ChipScript script) throws ReadingException {
        rules.check(script);
        boolean begins = ScriptRules.beginsPace(script);
        boolean goesOn = remote != null && !begins && ScriptRules.needsNoSession(script);
        boolean interrupted = goesOn && lost;
        return watched(() -> {
            if (interrupted) {
                remote = null;
                return new ChipAnswers(Limits.VERSION, script.round(), List.of(NOT_PLAYED));
            }
            if (begins) {
                channel.reset();
                remote = access.remotePace(channel, key);
            } else if (!goesOn
                    && (script.reopen() || remote != null || session.channel().hasEnded())) {
                reopen();
            }
            return new ScriptPlayer(channel, session.channel(), remote).play(script, listener);
        });
    }

    @Override
    public CardCost cost() {
        return channel.cost();
    }

    /** What the chip shows from inside. */
    ChipOffer.Insight insight() throws ReadingException {
        Set<FileId> listed = SignedList.of(securityObject());
        Map<FileId, Bytes> keys = chipKeys(listed);
        List<String> chipAuthentication = Optional.ofNullable(keys.get(FileId.DG14))
                .map(ChipKeyTitles::chipAuthentication)
                .orElse(List.of());
        Optional<String> activeAuthentication =
                Optional.ofNullable(keys.get(FileId.DG15)).map(ChipKeyTitles::activeAuthentication);
        return new ChipOffer.Insight(
                session.title(), listed, chipAuthentication, activeAuthentication, block.largestAnswer());
    }

    private Bytes securityObject() throws ReadingException {
        return file(FileId.SOD, ReadingStep.SECURITY_OBJECT)
                .orElseThrow(() -> new ReadingException(RefusalCode.CHIP_FAILED, "the chip has no EF.SOD"));
    }

    private Map<FileId, Bytes> chipKeys(Set<FileId> listed) throws ReadingException {
        Map<FileId, Bytes> keys = new EnumMap<>(FileId.class);
        for (FileId file : CHIP_KEYS) {
            if (listed.contains(file)) {
                file(file, ReadingStep.CHIP_KEYS).ifPresent(bytes -> keys.put(file, bytes));
            }
        }
        return keys;
    }

    private Map<FileId, Integer> lengths(Set<FileId> wanted, Set<FileId> listed) throws ReadingException {
        Map<FileId, Integer> lengths = new EnumMap<>(FileId.class);
        for (FileId file : wanted) {
            if (listed.contains(file)) {
                steadily(files -> files.length(file)).ifPresent(length -> lengths.put(file, length));
                listener.at(ReadingStep.LENGTHS, (double) lengths.size() / wanted.size());
            }
        }
        return lengths;
    }

    private Optional<Bytes> file(FileId file, ReadingStep step) throws ReadingException {
        return steadily(files -> files.read(file, fraction -> listener.at(step, fraction)));
    }

    /** Begins again after each end of the session. */
    private <T> T steadily(Task<T> task) throws ReadingException {
        return watched(() -> {
            for (int reopened = 0; ; reopened++) {
                try {
                    return task.with(new FileReader(session.channel(), block));
                } catch (SessionEndedException ended) {
                    if (reopened == REOPENINGS) {
                        throw ended;
                    }
                    reopen();
                }
            }
        });
    }

    /** Selects the application, once EF.CardSecurity was read in the master file where the chip has reason to have it. */
    private void enter() throws ReadingException {
        for (int reopened = 0; offer.offersChipMapping() && cardSecurity.isEmpty(); reopened++) {
            try {
                cardSecurity = new FileReader(session.channel(), block).read(FileId.CARD_SECURITY, fraction -> {});
                break;
            } catch (SessionEndedException ended) {
                if (reopened == REOPENINGS) {
                    throw ended;
                }
                channel.reset();
                session = access.open(channel, offer, key);
            }
        }
        access.enter(session);
    }

    /** A card that was lost is opened anew by the next call. */
    private <T> T watched(Attempt<T> attempt) throws ReadingException {
        try {
            if (lost) {
                reopen();
                lost = false;
            }
            return attempt.make();
        } catch (CardLostException loss) {
            lost = true;
            throw loss;
        }
    }

    private void reopen() throws ReadingException {
        listener.at(ReadingStep.ACCESS, 0.0);
        channel.reset();
        remote = null;
        session = access.open(channel, offer, key);
        enter();
        listener.at(ReadingStep.ACCESS, 1.0);
    }

    private interface Task<T> {
        T with(FileReader files) throws ReadingException;
    }

    private interface Attempt<T> {
        T make() throws ReadingException;
    }
}
