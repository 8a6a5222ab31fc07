package fr.tessere.specimen.document;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.bytes.TlvException;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.AccessProtocol;
import fr.tessere.specimen.authority.HashAlgorithm;
import fr.tessere.specimen.chip.AccessSecrets;
import fr.tessere.specimen.chip.ActiveAuthenticationKey;
import fr.tessere.specimen.chip.ChipAuthenticationKey;
import fr.tessere.specimen.chip.ChipContents;
import fr.tessere.specimen.chip.ChipSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A document given as a folder of files and keys, named as in the reference data of BSI TR-03105 part 5:
 * {@code Datagroup1.bin} … {@code Datagroup16.bin}, {@code EF_COM.bin}, {@code EF_SOD.bin}, {@code EF_CardAccess.bin},
 * {@code DG14_sk.pkcs8} (Chip Authentication), {@code DG15_sk.pkcs8} (Active Authentication). What is not there, the
 * chip does not have.
 */
public final class DocumentFolder {
    private final Path folder;
    private final Optional<String> can;
    private final SecurityInfos addedAccess;

    private DocumentFolder(Path folder, Optional<String> can, SecurityInfos addedAccess) {
        this.folder = folder;
        this.can = can;
        this.addedAccess = addedAccess;
    }

    /** The document in this folder. Without EF.CardAccess it is opened by BAC. */
    public static DocumentFolder of(Path folder) {
        return new DocumentFolder(folder, Optional.empty(), new SecurityInfos());
    }

    /** With a CAN, for folders that have EF.CardAccess. */
    public DocumentFolder withCan(String digits) {
        return new DocumentFolder(folder, Optional.of(digits), addedAccess);
    }

    /** With a CAN and an EF.CardAccess of our own, so that PACE opens the chip as well as BAC. */
    public DocumentFolder withPace(String digits, String protocol, String parameters) {
        return new DocumentFolder(folder, Optional.of(digits), new SecurityInfos().pace(protocol, parameters));
    }

    /** Reads the folder; refuses one without DG1 or with a key that fits to nothing. */
    public SpecimenDocument load() throws IOException {
        Map<FileId, Bytes> files = new EnumMap<>(FileId.class);
        for (FileId id : FileId.values()) {
            Optional<Bytes> file = read(fileName(id));
            if (file.isPresent()) {
                files.put(id, file.get());
            }
        }
        if (!addedAccess.isEmpty()) {
            files.put(FileId.CARD_ACCESS, addedAccess.encode());
        }
        MachineReadableZone zone = zone(files);
        ChipContents contents = new ChipContents(
                files,
                new AccessSecrets(can, Optional.of(zone.information())),
                access(files),
                chipKeys(files),
                signingKey(files),
                ChipSettings.DEFAULT);
        Signing signing = new Signing("ecdsa-p256", 0, HashAlgorithm.SHA_256, Instant.parse("2026-01-01T09:00:00Z"));
        return new SpecimenDocument(String.valueOf(folder.getFileName()), contents, zone, signing);
    }

    private static String fileName(FileId id) {
        return switch (id) {
            case CARD_ACCESS -> "EF_CardAccess.bin";
            case CARD_SECURITY -> "EF_CardSecurity.bin";
            case COM -> "EF_COM.bin";
            case SOD -> "EF_SOD.bin";
            default -> "Datagroup" + id.sfi() + ".bin";
        };
    }

    private Optional<Bytes> read(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > StrictJson.LARGEST) {
            throw new IllegalArgumentException(name + " is too large for a file of a chip");
        }
        return Optional.of(Bytes.of(Files.readAllBytes(file)));
    }

    private static MachineReadableZone zone(Map<FileId, Bytes> files) {
        Bytes dg1 = files.get(FileId.DG1);
        if (dg1 == null) {
            throw new IllegalArgumentException("the folder has no Datagroup1.bin");
        }
        try {
            Bytes text = StrictTlv.parse(
                            0x5F1F, StrictTlv.parse(FileId.DG1.tag(), dg1).value())
                    .value();
            return new MachineReadableZone(new String(text.toArray(), StandardCharsets.US_ASCII));
        } catch (TlvException e) {
            throw new IllegalArgumentException("Datagroup1.bin holds no machine readable zone", e);
        }
    }

    private static Set<AccessProtocol> access(Map<FileId, Bytes> files) {
        return files.containsKey(FileId.CARD_ACCESS)
                ? Set.of(AccessProtocol.PACE, AccessProtocol.BAC)
                : Set.of(AccessProtocol.BAC);
    }

    private List<ChipAuthenticationKey> chipKeys(Map<FileId, Bytes> files) throws IOException {
        Optional<Bytes> key = read("DG14_sk.pkcs8");
        Bytes dg14 = files.get(FileId.DG14);
        if (key.isEmpty() || dg14 == null) {
            return List.of();
        }
        return AnnouncedProtocols.in(dg14).chipAuthentication().stream()
                .map(announced -> new ChipAuthenticationKey(announced.keyId(), announced.suite(), key.get()))
                .toList();
    }

    private Optional<ActiveAuthenticationKey> signingKey(Map<FileId, Bytes> files) throws IOException {
        Optional<Bytes> key = read("DG15_sk.pkcs8");
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Bytes dg14 = files.get(FileId.DG14);
        // DG14 names the algorithm for ECDSA only; the signature of an RSA chip says itself how it hashes
        ActiveAuthenticationKey.Signature signature = Optional.ofNullable(dg14)
                .flatMap(file -> AnnouncedProtocols.in(file).activeAuthentication())
                .orElse(ActiveAuthenticationKey.Signature.RSA_SHA1);
        return Optional.of(new ActiveAuthenticationKey(signature, key.get()));
    }
}
