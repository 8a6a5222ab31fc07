package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.AccessProtocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that is personalised into one chip. Nothing here is checked against anything else: a copied or faulty chip is
 * made by putting in what does not belong together.
 *
 * @param files whole files by name; EF.CardAccess is the only one that can be read before access control, and the
 *     PACEInfos in it are the ones that the chip performs
 * @param secrets what opens the chip
 * @param access the access protocols that the chip performs; with none, every file can be read at once
 * @param chipAuthentication static keys for Chip Authentication, none if the chip does not have it
 * @param chipMapping static keys for PACE with chip authentication mapping
 * @param activeAuthentication the key for Active Authentication, if the chip has one
 * @param settings how the chip behaves
 */
public record ChipContents(
        Map<FileId, Bytes> files,
        AccessSecrets secrets,
        Set<AccessProtocol> access,
        List<ChipAuthenticationKey> chipAuthentication,
        List<ChipMappingKey> chipMapping,
        Optional<ActiveAuthenticationKey> activeAuthentication,
        ChipSettings settings) {
    public ChipContents {
        files = Map.copyOf(files);
        access = Set.copyOf(access);
        chipAuthentication = List.copyOf(chipAuthentication);
        chipMapping = List.copyOf(chipMapping);
    }

    /** A chip without chip authentication mapping. */
    public ChipContents(
            Map<FileId, Bytes> files,
            AccessSecrets secrets,
            Set<AccessProtocol> access,
            List<ChipAuthenticationKey> chipAuthentication,
            Optional<ActiveAuthenticationKey> activeAuthentication,
            ChipSettings settings) {
        this(files, secrets, access, chipAuthentication, List.of(), activeAuthentication, settings);
    }

    /** The same chip, behaving in another way. */
    public ChipContents with(ChipSettings other) {
        return new ChipContents(files, secrets, access, chipAuthentication, chipMapping, activeAuthentication, other);
    }

    /** The same chip with other files. */
    public ChipContents withFiles(Map<FileId, Bytes> other) {
        return new ChipContents(
                other, secrets, access, chipAuthentication, chipMapping, activeAuthentication, settings);
    }

    /** The same chip, opened by other protocols; with none, every file can be read at once. */
    public ChipContents withAccess(Set<AccessProtocol> other) {
        return new ChipContents(files, secrets, other, chipAuthentication, chipMapping, activeAuthentication, settings);
    }

    /** The same chip with other keys. */
    public ChipContents withKeys(
            List<ChipAuthenticationKey> chipKeys,
            List<ChipMappingKey> mappingKeys,
            Optional<ActiveAuthenticationKey> signingKey) {
        return new ChipContents(files, secrets, access, chipKeys, mappingKeys, signingKey, settings);
    }
}
