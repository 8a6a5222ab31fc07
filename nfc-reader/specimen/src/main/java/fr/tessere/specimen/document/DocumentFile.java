package fr.tessere.specimen.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.AccessProtocol;
import fr.tessere.specimen.authority.HashAlgorithm;
import fr.tessere.specimen.chip.AccessSecrets;
import fr.tessere.specimen.chip.ActiveAuthenticationKey;
import fr.tessere.specimen.chip.ChipAuthenticationKey;
import fr.tessere.specimen.chip.ChipAuthenticationSuite;
import fr.tessere.specimen.chip.ChipContents;
import fr.tessere.specimen.chip.ChipFault;
import fr.tessere.specimen.chip.ChipMappingKey;
import fr.tessere.specimen.chip.ChipSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A specimen document as one file ({@code *.specimen.json}), private keys of the chip included. */
public final class DocumentFile {
    private static final int VERSION = 1;

    private DocumentFile() {}

    /** Writes the document to a file, in place of what was there. */
    public static void save(SpecimenDocument document, Path file) throws IOException {
        Files.write(file, StrictJson.write(Content.of(document)));
    }

    /** Reads a document; refuses with an {@link IllegalArgumentException} what this class does not write. */
    public static SpecimenDocument load(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (Files.size(file) > StrictJson.LARGEST) {
            throw new IllegalArgumentException(name + " is too large for a specimen document");
        }
        try {
            return StrictJson.read(Files.readAllBytes(file), Content.class, name)
                    .document();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(name + " is not a specimen document of version " + VERSION, e);
        }
    }

    record Content(
            @JsonProperty("tessere-specimen") int version,
            String profile,
            String can,
            List<String> mrz,
            Set<String> access,
            Map<String, String> files,
            List<ChipKey> chipAuthentication,
            List<MappingKey> chipMapping,
            List<SigningKey> activeAuthentication,
            Settings chip,
            Signature signature) {

        static Content of(SpecimenDocument document) {
            ChipContents contents = document.contents();
            Map<String, String> files = new LinkedHashMap<>();
            new EnumMap<>(contents.files()).forEach((id, file) -> files.put(id.word(), file.toBase64()));
            return new Content(
                    VERSION,
                    document.profile(),
                    document.can().orElse(""),
                    document.mrz().lines(),
                    contents.access().stream().map(AccessProtocol::word).collect(Collectors.toCollection(TreeSet::new)),
                    files,
                    contents.chipAuthentication().stream().map(ChipKey::of).toList(),
                    contents.chipMapping().stream().map(MappingKey::of).toList(),
                    contents.activeAuthentication().stream().map(SigningKey::of).toList(),
                    Settings.of(contents.settings()),
                    Signature.of(document.signing()));
        }

        SpecimenDocument document() {
            if (version != VERSION) {
                throw new IllegalArgumentException("version " + version + ", expected " + VERSION);
            }
            MachineReadableZone zone = new MachineReadableZone(String.join("", mrz));
            Map<FileId, Bytes> bytes = new EnumMap<>(FileId.class);
            files.forEach((word, file) -> bytes.put(FileId.ofWord(word).orElseThrow(), Bytes.ofBase64(file)));
            AccessSecrets secrets = new AccessSecrets(
                    can.isEmpty() ? Optional.empty() : Optional.of(can), Optional.of(zone.information()));
            ChipContents contents = new ChipContents(
                    bytes,
                    secrets,
                    access.stream().map(Content::protocol).collect(Collectors.toSet()),
                    chipAuthentication.stream().map(ChipKey::key).toList(),
                    chipMapping.stream().map(MappingKey::key).toList(),
                    activeAuthentication.stream().map(SigningKey::key).findFirst(),
                    chip.settings());
            return new SpecimenDocument(profile, contents, zone, signature.signing());
        }

        private static AccessProtocol protocol(String word) {
            return AccessProtocol.valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    record ChipKey(int keyId, String suite, String privateKey) {
        static ChipKey of(ChipAuthenticationKey key) {
            return new ChipKey(
                    key.keyId().orElse(-1), key.suite().name(), key.privateKey().toBase64());
        }

        ChipAuthenticationKey key() {
            return new ChipAuthenticationKey(
                    keyId < 0 ? Optional.empty() : Optional.of(keyId),
                    ChipAuthenticationSuite.valueOf(suite),
                    Bytes.ofBase64(privateKey));
        }
    }

    record MappingKey(int parameterId, String privateKey) {
        static MappingKey of(ChipMappingKey key) {
            return new MappingKey(key.parameterId(), key.privateKey().toBase64());
        }

        ChipMappingKey key() {
            return new ChipMappingKey(parameterId, Bytes.ofBase64(privateKey));
        }
    }

    record SigningKey(String signature, String privateKey) {
        static SigningKey of(ActiveAuthenticationKey key) {
            return new SigningKey(key.signature().name(), key.privateKey().toBase64());
        }

        ActiveAuthenticationKey key() {
            return new ActiveAuthenticationKey(
                    ActiveAuthenticationKey.Signature.valueOf(signature), Bytes.ofBase64(privateKey));
        }
    }

    record Settings(
            int largestAnswer, String tooLarge, boolean extendedLength, long retryDelayMillis, List<String> faults) {
        static Settings of(ChipSettings settings) {
            return new Settings(
                    settings.largestAnswer(),
                    settings.tooLarge().name(),
                    settings.extendedLength(),
                    settings.retryDelay().toMillis(),
                    settings.faults().stream().map(ChipFault::word).toList());
        }

        ChipSettings settings() {
            return new ChipSettings(
                    largestAnswer,
                    ChipSettings.TooLarge.valueOf(tooLarge),
                    extendedLength,
                    Duration.ofMillis(retryDelayMillis),
                    faults.stream().map(ChipFault::ofWord).toList());
        }
    }

    record Signature(String signer, int ldsVersion, String hash, String time) {
        static Signature of(Signing signing) {
            return new Signature(
                    signing.signer(),
                    signing.ldsVersion(),
                    signing.hash().word(),
                    signing.time().toString());
        }

        Signing signing() {
            return new Signing(signer, ldsVersion, HashAlgorithm.ofWord(hash), Instant.parse(time));
        }
    }
}
