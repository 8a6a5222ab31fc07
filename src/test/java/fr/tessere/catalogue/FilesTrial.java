package fr.tessere.catalogue;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.specimen.catalogue.TrustFiles;
import fr.tessere.specimen.document.SpecimenDocument;
import fr.tessere.verification.DocumentVerdict;
import fr.tessere.verification.DocumentVerification;
import fr.tessere.verification.evidence.Weakness;
import fr.tessere.verification.trust.TrustFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An officer verifies the document's files, all data groups included: what {@code tessere verify} does. */
final class FilesTrial {
    private final Path folder;

    /** Trust folders are written below this one. */
    FilesTrial(Path folder) {
        this.folder = folder;
    }

    Finding of(String name, SpecimenDocument document, TrustFiles trust) {
        Map<FileId, Bytes> groups = new EnumMap<>(FileId.class);
        document.contents().files().forEach((file, bytes) -> {
            if (file.dataGroupNumber().isPresent()) {
                groups.put(file, bytes);
            }
        });
        try {
            Path trusted = folder.resolve(name);
            trust.writeTo(trusted.resolve("specimen"));
            Instant now = Instant.now();
            DocumentVerdict verdict = new DocumentVerification(
                            TrustFolder.survey(trusted, now).anchors())
                    .verify(document.file(FileId.SOD).orElse(Bytes.EMPTY), groups, now);
            return new Finding(
                    verdict.refusal().map(refusal -> refusal.code().word()).orElse(""),
                    "verify",
                    verdict.weaknesses().stream().map(Weakness::word).collect(Collectors.toSet()),
                    verdict.refusal()
                            .map(refusal -> String.valueOf(refusal.detail()))
                            .orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
