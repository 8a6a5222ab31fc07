package fr.tessere.specimen.document;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.AccessProtocol;
import fr.tessere.specimen.authority.HashAlgorithm;
import fr.tessere.specimen.chip.AccessSecrets;
import fr.tessere.specimen.chip.ActiveAuthenticationKey;
import fr.tessere.specimen.chip.ChipAuthenticationKey;
import fr.tessere.specimen.chip.ChipAuthenticationSuite;
import fr.tessere.specimen.chip.ChipContents;
import fr.tessere.specimen.chip.ChipMappingKey;
import fr.tessere.specimen.chip.ChipSettings;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that is decided about one document before it is made. Immutable. */
public final class Personalisation {
    private final String name;
    private final Profile profile;
    private final Fault fault;
    private final Holder holder;
    private final Paper paper;
    private final String can;

    Personalisation(String name, Profile profile, Fault fault, Holder holder, Paper paper, String can) {
        this.name = name;
        this.profile = profile;
        this.fault = fault;
        this.holder = holder;
        this.paper = paper;
        this.can = can;
    }

    /** Whose document it will be. */
    public Holder holder() {
        return holder;
    }

    /** What the document will say about itself. */
    public Paper paper() {
        return paper;
    }

    /** The same for another person. */
    public Personalisation with(Holder other) {
        return new Personalisation(name, profile, fault, other, paper, can);
    }

    /** The same with another number or date. */
    public Personalisation with(Paper other) {
        return new Personalisation(name, profile, fault, holder, other, can);
    }

    /** The same with a chip that offers this PACE and no other: for example {@code ECDH-CAM-AES-256} on {@code P-384}. */
    public Personalisation withPace(String protocol, String parameters) {
        Profile other = profile.offering(new Profile.Pace(protocol, parameters));
        return new Personalisation(name, other, fault, holder, paper, can);
    }

    /** The same with another card access number; refused where the chip has no PACE. */
    public Personalisation withCan(String digits) {
        if (profile.access().pace().isEmpty()) {
            throw new IllegalArgumentException("a document without PACE has no CAN");
        }
        return new Personalisation(name, profile, fault, holder, paper, digits);
    }

    /** Makes the document and signs it; then puts the fault in, if the profile has one. */
    public SpecimenDocument make() {
        return fault.in(withoutFault());
    }

    private SpecimenDocument withoutFault() {
        MachineReadableZone zone = MachineReadableZone.of(paper, holder);
        List<ChipAuthenticationKey> chipKeys = chipKeys();
        List<ChipMappingKey> mappingKeys = mappingKeys();
        Optional<ActiveAuthenticationKey> signingKey = signingKey();
        AccessSecrets secrets =
                new AccessSecrets(can.isEmpty() ? Optional.empty() : Optional.of(can), Optional.of(zone.information()));
        ChipContents contents = new ChipContents(
                files(zone, announced(chipKeys, mappingKeys, signingKey), signingKey),
                secrets,
                access(),
                chipKeys,
                mappingKeys,
                signingKey,
                ChipSettings.DEFAULT);
        Signing signing = new Signing(
                profile.signature().signer(),
                profile.signature().ldsVersion(),
                HashAlgorithm.ofWord(profile.signature().hash()),
                paper.issued().atTime(9, 0).toInstant(ZoneOffset.UTC));
        SpecimenDocument document = new SpecimenDocument(name, contents, zone, signing);
        return (mappingKeys.isEmpty() ? document : withCardSecurity(document, mappingKeys)).signedAgain();
    }

    private Set<AccessProtocol> access() {
        Set<AccessProtocol> access = EnumSet.noneOf(AccessProtocol.class);
        if (profile.access().bac()) {
            access.add(AccessProtocol.BAC);
        }
        if (!profile.access().pace().isEmpty()) {
            access.add(AccessProtocol.PACE);
        }
        return access;
    }

    private Map<FileId, Bytes> files(
            MachineReadableZone zone, SecurityInfos announced, Optional<ActiveAuthenticationKey> signingKey) {
        Map<FileId, Bytes> files = new EnumMap<>(FileId.class);
        SecurityInfos cardAccess = pace(new SecurityInfos());
        if (!cardAccess.isEmpty()) {
            files.put(FileId.CARD_ACCESS, cardAccess.encode());
        }
        List<FileId> groups = profile.files();
        files.put(
                FileId.COM, DataGroups.com(profile.signature().ldsVersion() == 0 ? "0107" : "0108", "040000", groups));
        for (FileId group : groups) {
            files.put(
                    group,
                    switch (group) {
                        case DG1 -> DataGroups.dg1(zone);
                        case DG2 -> FaceRecord.dg2(DrawnFace.of(holder.familyName() + holder.givenNames()));
                        case DG11 -> DataGroups.dg11(holder);
                        case DG14 -> DataGroups.dg14(announced);
                        case DG15 ->
                            DataGroups.dg15(publicKey(signingKey.orElseThrow().privateKey()));
                        default -> throw new IllegalArgumentException("no specimen has a " + group.word());
                    });
        }
        return files;
    }

    private SecurityInfos pace(SecurityInfos infos) {
        profile.access().pace().forEach(pace -> infos.pace(pace.protocol(), pace.parameters()));
        return infos;
    }

    /** DG14 repeats what EF.CardAccess says, because only DG14 is signed (ICAO 9303-11 §9.2.10). */
    private SecurityInfos announced(
            List<ChipAuthenticationKey> chipKeys,
            List<ChipMappingKey> mappingKeys,
            Optional<ActiveAuthenticationKey> signingKey) {
        SecurityInfos infos = pace(new SecurityInfos());
        for (ChipAuthenticationKey key : chipKeys) {
            infos.chipAuthentication(key.suite(), key.keyId());
            infos.chipAuthenticationKey(key.suite(), publicKey(key.privateKey()), key.keyId());
        }
        mapping(infos, mappingKeys);
        signingKey
                .filter(key -> key.signature().name().startsWith("ECDSA"))
                .ifPresent(key -> infos.activeAuthentication(key.signature()));
        return infos;
    }

    /** EF.CardSecurity: what EF.CardAccess says and the keys of chip authentication mapping, signed (§9.2.11). */
    private SpecimenDocument withCardSecurity(SpecimenDocument document, List<ChipMappingKey> keys) {
        SecurityInfos infos = mapping(pace(new SecurityInfos()), keys);
        return document.withCardSecurity(infos.encode());
    }

    private static SecurityInfos mapping(SecurityInfos infos, List<ChipMappingKey> keys) {
        keys.forEach(key -> infos.chipMappingKey(key.parameterId(), publicKey(key.privateKey())));
        return infos;
    }

    private static Bytes publicKey(Bytes privateKey) {
        return ChipKeys.publicKey(privateKey);
    }

    private List<ChipAuthenticationKey> chipKeys() {
        return profile.chipAuthentication().stream()
                .map(key -> new ChipAuthenticationKey(
                        key.keyId() < 0 ? Optional.empty() : Optional.of(key.keyId()),
                        ChipAuthenticationSuite.valueOf(key.suite().replace('-', '_')),
                        ChipKeys.forAgreement(key.curve(), seed("chip authentication " + key.keyId()))))
                .toList();
    }

    /** One key for each curve on which the chip offers chip authentication mapping. */
    private List<ChipMappingKey> mappingKeys() {
        return profile.access().pace().stream()
                .filter(pace -> pace.protocol().startsWith("ECDH-CAM"))
                .map(pace -> DomainParameters.ofWord(pace.parameters()))
                .distinct()
                .map(curve -> new ChipMappingKey(
                        curve.id(),
                        ChipKeys.onStandardCurve(curve, seed("chip authentication mapping " + curve.id()))
                                .pkcs8()))
                .toList();
    }

    private Optional<ActiveAuthenticationKey> signingKey() {
        return profile.activeAuthentication().stream()
                .findFirst()
                .map(chip -> new ActiveAuthenticationKey(
                        ActiveAuthenticationKey.Signature.valueOf(
                                chip.signature().replace('-', '_')),
                        ChipKeys.ofWord(chip.key(), seed("active authentication"))
                                .pkcs8()));
    }

    private String seed(String use) {
        return String.join("|", "tessere specimen", name, paper.number(), use);
    }
}
