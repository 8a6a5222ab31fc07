package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.card.ResponseApdu;
import fr.tessere.protocol.reading.Limits;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.authenticity.ReadPlan.Block;
import fr.tessere.verification.evidence.RefusedException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a chip's answers to a read plan bring: whole files, or another plan because the chip gave less than asked.
 *
 * @param files whole files; all of the plan's if there is no other plan
 * @param again what to ask instead
 */
public record FilesRead(Map<FileId, Bytes> files, Optional<ReadPlan> again) {
    /** Blocks that chips were seen to accept where they refuse larger ones; then halves down to this. */
    private static final int[] STEPS = {223, 160, 112, 64, 32};

    private static final int SMALLEST_BLOCK = 16;

    /** Puts plain answers together; one less than planned if the chip stopped the script. */
    static FilesRead of(ReadPlan plan, List<ResponseApdu> answers) throws RefusedException {
        Map<FileId, Bytes> parts = new EnumMap<>(FileId.class);
        Map<FileId, Bytes> files = new EnumMap<>(FileId.class);
        Map<FileId, Integer> lengths = new EnumMap<>(plan.lengths());
        List<Block> blocks = plan.blocks();
        int shortest = plan.block();
        for (int i = 0; i < answers.size(); i++) {
            Block asked = blocks.get(i);
            ResponseApdu answer = answers.get(i);
            if (!answer.status().isOkOrWarning()) {
                return new FilesRead(Map.of(), Optional.of(smaller(plan, asked, answer)));
            }
            Bytes part = parts.getOrDefault(asked.file(), Bytes.EMPTY);
            Bytes content = content(asked, answer);
            require(content.length() <= asked.length(), "an answer longer than asked");
            if (part.length() == asked.offset()) {
                parts.put(asked.file(), Bytes.concat(part, content));
            }
            if (content.length() < asked.length()) {
                shortest = Math.min(shortest, content.length());
            }
        }
        require(
                answers.size() == blocks.size(),
                () -> "%d answers, expected %d".formatted(answers.size(), blocks.size()));
        for (Map.Entry<FileId, Bytes> part : parts.entrySet()) {
            FileId file = part.getKey();
            int declared = declared(file, part.getValue());
            if (declared <= part.getValue().length()) {
                files.put(file, part.getValue().slice(0, declared));
            }
            lengths.put(file, declared);
        }
        if (files.size() == lengths.size()) {
            return new FilesRead(files, Optional.empty());
        }
        return new FilesRead(
                Map.of(), Optional.of(changed(plan, new ReadPlan(lengths, Math.max(shortest, SMALLEST_BLOCK)))));
    }

    private static Bytes content(Block asked, ResponseApdu answer) throws RefusedException {
        try {
            return asked.content(answer.data());
        } catch (TlvException bad) {
            throw new RefusedException(
                    RefusalCode.CHIP_ANSWER_MALFORMED,
                    "READ BINARY at %d: %s".formatted(asked.offset(), bad.getMessage()));
        }
    }

    /** The total length that the file itself declares. */
    private static int declared(FileId file, Bytes beginning) throws RefusedException {
        try {
            long declared = StrictTlv.declaredLength(beginning);
            require(
                    declared <= Math.min(Limits.of(file), ReadPlan.LARGEST_FILE),
                    () -> "%s declares %d bytes".formatted(file.word(), declared));
            return (int) declared;
        } catch (TlvException tooShort) {
            throw new RefusedException(RefusalCode.CHIP_ANSWER_MALFORMED, file.word() + ": " + tooShort.getMessage());
        }
    }

    /** After 6Cxx what the chip says it can give, else the next step below what it refused. */
    private static ReadPlan smaller(ReadPlan plan, Block refused, ResponseApdu answer) throws RefusedException {
        int status = answer.status().value();
        RefusedException.require(status != 0x6A82, RefusalCode.DATA_GROUP_MISSING, "the chip has no such file");
        boolean exact = status >> 8 == 0x6C;
        require(status == 0x6700 || status == 0x6B00 || exact, "the chip answered " + answer.status());
        int offered = status & 0xFF;
        if (exact && offered >= SMALLEST_BLOCK && offered < refused.length()) {
            return new ReadPlan(plan.lengths(), offered);
        }
        for (int step : STEPS) {
            if (step < refused.length()) {
                return new ReadPlan(plan.lengths(), step);
            }
        }
        throw new RefusedException(RefusalCode.CHIP_ANSWER_MALFORMED, "the chip refuses blocks of 32 bytes");
    }

    private static ReadPlan changed(ReadPlan plan, ReadPlan next) throws RefusedException {
        require(!next.equals(plan), "the same answers would come again");
        return next;
    }

    private static void require(boolean holds, String detail) throws RefusedException {
        RefusedException.require(holds, RefusalCode.CHIP_ANSWER_MALFORMED, detail);
    }

    private static void require(boolean holds, Supplier<String> detail) throws RefusedException {
        RefusedException.require(holds, RefusalCode.CHIP_ANSWER_MALFORMED, detail);
    }
}
