package fr.tessere.specimen.catalogue;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.AccessProtocol;
import fr.tessere.specimen.chip.AccessSecrets;
import fr.tessere.specimen.chip.ActiveAuthenticationKey;
import fr.tessere.specimen.chip.ChipContents;
import fr.tessere.specimen.chip.ChipFault;
import fr.tessere.specimen.chip.ChipSettings;
import fr.tessere.specimen.chip.SoftwareChip;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Faults of the chip itself: how it answers, what opens it, with which keys it signs. Its files stay as they are. */
final class ChipFaults {
    private static final Bytes SELECT = Bytes.ofHex("00A4040C07A0000002471001");
    /** INTERNAL AUTHENTICATE over 8 bytes that no server asks for. */
    private static final Bytes SIGN = Bytes.ofHex("0088000008" + "5445535345524531" + "00");

    private ChipFaults() {}

    static void addTo(Map<String, Faults.Fault> all) {
        all.put("copied", (document, word) -> document.copied());
        all.put("chip", (document, word) -> with(document, ChipFault.ofWord(word.argument(0))));
        all.put(
                "open",
                (document, word) -> opened(
                                document, Set.of(), document.contents().settings())
                        .without(FileId.CARD_ACCESS));
        all.put("no-can", (document, word) -> withoutCan(document));
        all.put(
                "short-answers",
                (document, word) ->
                        document.with(document.contents().settings().withLargestAnswer(FileFaults.number(word, 0))));
        all.put(
                "too-large",
                (document, word) -> document.with(
                        document.contents().settings().with(ChipSettings.TooLarge.valueOf(word.argument(0)))));
        all.put(
                "pace-with",
                (document, word) -> Specimens.prepare(document.profile())
                        .withPace(word.argument(0), word.argument(1))
                        .make());
        all.put("aa-signs", (document, word) -> signing(document, word.argument(0)));
        all.put("aa-replay", (document, word) -> replaying(document));
    }

    private static SpecimenDocument with(SpecimenDocument document, ChipFault fault) {
        return document.with(document.contents().settings().with(fault));
    }

    private static SpecimenDocument opened(
            SpecimenDocument document, Set<AccessProtocol> access, ChipSettings settings) {
        ChipContents contents = document.contents();
        return document.with(new ChipContents(
                contents.files(),
                contents.secrets(),
                access,
                contents.chipAuthentication(),
                contents.chipMapping(),
                contents.activeAuthentication(),
                settings));
    }

    /** No CAN is printed on it: whoever opens it types its MRZ. */
    private static SpecimenDocument withoutCan(SpecimenDocument document) {
        ChipContents contents = document.contents();
        return document.with(new ChipContents(
                contents.files(),
                new AccessSecrets(Optional.empty(), contents.secrets().mrz()),
                contents.access(),
                contents.chipAuthentication(),
                contents.chipMapping(),
                contents.activeAuthentication(),
                contents.settings()));
    }

    /** {@code aa-signs(RSA_SHA512)}: the same key, another form of signature. */
    private static SpecimenDocument signing(SpecimenDocument document, String signature) {
        ChipContents contents = document.contents();
        ActiveAuthenticationKey key = contents.activeAuthentication().orElseThrow();
        return document.with(new ChipContents(
                contents.files(),
                contents.secrets(),
                contents.access(),
                contents.chipAuthentication(),
                contents.chipMapping(),
                Optional.of(new ActiveAuthenticationKey(
                        ActiveAuthenticationKey.Signature.valueOf(signature), key.privateKey())),
                contents.settings()));
    }

    /** A signature of the original chip, made over a challenge of long ago. */
    private static SpecimenDocument replaying(SpecimenDocument document) {
        SoftwareChip original = new SoftwareChip(
                opened(document, Set.of(), ChipSettings.DEFAULT).contents());
        original.transmit(SELECT);
        Bytes answer = original.transmit(SIGN);
        Bytes signature = answer.slice(0, answer.length() - 2);
        return with(document, ChipFault.ofWord("aa-sign:data:" + signature.toHex()));
    }
}
