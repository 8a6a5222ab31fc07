package fr.tessere.specimen.catalogue;

import fr.tessere.specimen.authority.ContentFault;
import fr.tessere.specimen.authority.HashAlgorithm;
import fr.tessere.specimen.authority.MessageFault;
import fr.tessere.specimen.authority.SecurityObjectWriter;
import fr.tessere.specimen.authority.SignatureFault;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.specimen.document.Specimens;
import java.util.Locale;
import java.util.Map;

/**
 * Faults of EF.SOD and of its signer. Each word signs the document again, {@code signer} first where there are several:
 * {@code signer(certificate:expired)}, {@code sod(digest-missing)}, {@code content(dg10-added)},
 * {@code signature(r-zero)}, {@code hash(SHA-224)}, {@code lds(1)}.
 */
final class SigningFaults {
    private SigningFaults() {}

    static void addTo(Map<String, Faults.Fault> all) {
        all.put(
                "signer",
                (document, word) -> document.signedBy(Specimens.authority().signer(word.argument(0))));
        all.put(
                "hash",
                (document, word) -> document.hashedWith(HashAlgorithm.ofWord(word.argument(0)))
                        .signedAgain());
        all.put(
                "lds",
                (document, word) ->
                        document.withLdsVersion(FileFaults.number(word, 0)).signedAgain());
        all.put("sod", SigningFaults::message);
        all.put(
                "content",
                (document, word) ->
                        document.signedAgain(writer -> writer.with(constant(ContentFault.class, word.argument(0)))));
        all.put(
                "signature",
                (document, word) ->
                        document.signedAgain(writer -> writer.with(constant(SignatureFault.class, word.argument(0)))));
    }

    private static SpecimenDocument message(SpecimenDocument document, FaultWord word) {
        return document.signedAgain(writer -> {
            SecurityObjectWriter changed = writer;
            for (String fault : word.arguments()) {
                changed = changed.with(constant(MessageFault.class, fault));
            }
            return changed;
        });
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
