package fr.tessere.specimen.document;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.specimen.authority.CardSecurityWriter;
import fr.tessere.specimen.authority.DocumentSigner;
import fr.tessere.specimen.authority.HashAlgorithm;
import fr.tessere.specimen.authority.SecurityObjectContent;
import fr.tessere.specimen.authority.SecurityObjectWriter;
import fr.tessere.specimen.chip.ActiveAuthenticationKey;
import fr.tessere.specimen.chip.ChipAuthenticationKey;
import fr.tessere.specimen.chip.ChipContents;
import fr.tessere.specimen.chip.ChipMappingKey;
import fr.tessere.specimen.chip.ChipSettings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One document: what its chip contains and what is printed on it. Immutable; each method that changes something answers
 * another document. Files that are changed are not signed again unless the method says so: that is how a forged
 * document is made.
 */
public final class SpecimenDocument {
    private final String profile;
    private final ChipContents contents;
    private final MachineReadableZone printed;
    private final Signing signing;

    SpecimenDocument(String profile, ChipContents contents, MachineReadableZone printed, Signing signing) {
        this.profile = profile;
        this.contents = contents;
        this.printed = printed;
        this.signing = signing;
    }

    /** The profile that it was made from, or the name of its folder. */
    public String profile() {
        return profile;
    }

    /** What goes into the chip. */
    public ChipContents contents() {
        return contents;
    }

    /** One file. */
    public Optional<Bytes> file(FileId id) {
        return Optional.ofNullable(contents.files().get(id));
    }

    /** One file that must be there. */
    public Bytes fileOf(FileId id) {
        return file(id).orElseThrow(() -> new IllegalArgumentException("the document has no " + id.word()));
    }

    /** The card access number printed on it, 6 digits. */
    public Optional<String> can() {
        return contents.secrets().can();
    }

    /** The machine readable zone printed on it, whatever DG1 says. */
    public MachineReadableZone mrz() {
        return printed;
    }

    Signing signing() {
        return signing;
    }

    /** A copied chip: every file of the original, but other private keys. */
    public SpecimenDocument copied() {
        List<ChipAuthenticationKey> keys = contents.chipAuthentication().stream()
                .map(key -> new ChipAuthenticationKey(key.keyId(), key.suite(), other(key.privateKey())))
                .toList();
        List<ChipMappingKey> mapping = contents.chipMapping().stream()
                .map(key -> new ChipMappingKey(key.parameterId(), other(key.privateKey())))
                .toList();
        Optional<ActiveAuthenticationKey> signer = contents.activeAuthentication()
                .map(key -> new ActiveAuthenticationKey(key.signature(), other(key.privateKey())));
        return with(contents.withKeys(keys, mapping, signer));
    }

    private static Bytes other(Bytes privateKey) {
        return ChipKeys.otherThan(privateKey);
    }

    /** With this file in place of the one that was there, if any. */
    public SpecimenDocument withFile(FileId id, Bytes file) {
        Map<FileId, Bytes> files = new EnumMap<>(contents.files());
        files.put(id, file);
        return withFiles(files);
    }

    /** With these SecurityInfos in EF.CardSecurity, signed by the document's signer. */
    public SpecimenDocument withCardSecurity(Bytes infos) {
        Bytes signed = CardSecurityWriter.of(Specimens.authority().signer(signing.signer()), signing.time())
                .write(infos);
        return withFile(FileId.CARD_SECURITY, signed);
    }

    /** Without this file; the security object still lists it. */
    public SpecimenDocument without(FileId id) {
        Map<FileId, Bytes> files = new EnumMap<>(contents.files());
        files.remove(id);
        return withFiles(files);
    }

    /** With the identity of another document. */
    public SpecimenDocument withDataGroup1Of(SpecimenDocument other) {
        return withFile(FileId.DG1, other.fileOf(FileId.DG1));
    }

    /** With the lowest bit of the last byte of a file changed. In EF.SOD that byte belongs to the signature. */
    public SpecimenDocument withOneBitFlippedIn(FileId id) {
        byte[] file = fileOf(id).toArray();
        file[file.length - 1] ^= 1;
        return withFile(id, Bytes.of(file));
    }

    /** With a file cut off after this many bytes. */
    public SpecimenDocument withFileCutTo(FileId id, int length) {
        return withFile(id, fileOf(id).slice(0, length));
    }

    /** With bytes behind the end of a file. */
    public SpecimenDocument withBytesBehind(FileId id, Bytes more) {
        return withFile(id, Bytes.concat(fileOf(id), more));
    }

    /** Signed again as it is now, by the same signer. */
    public SpecimenDocument signedAgain() {
        return signedBy(Specimens.authority().signer(signing.signer()));
    }

    /** The same in an unusual form. */
    public SpecimenDocument signedAgain(UnaryOperator<SecurityObjectWriter> form) {
        return signedBy(Specimens.authority().signer(signing.signer()), form);
    }

    /** Signed again as it is now, by this signer; whatever is signed later is signed by him too. */
    public SpecimenDocument signedBy(DocumentSigner signer) {
        return signedBy(signer, writer -> writer);
    }

    /** Signed again as it is now, by this signer, in an unusual form. */
    public SpecimenDocument signedBy(DocumentSigner signer, UnaryOperator<SecurityObjectWriter> form) {
        SortedMap<Integer, Bytes> hashes = new TreeMap<>();
        contents.files()
                .forEach((id, file) -> id.dataGroupNumber()
                        .ifPresent(number -> hashes.put(number, signing.hash().of(file))));
        SecurityObjectContent content = new SecurityObjectContent(signing.ldsVersion(), signing.hash(), hashes);
        Signing by = new Signing(signer.word(), signing.ldsVersion(), signing.hash(), signing.time());
        return signing(by)
                .withFile(
                        FileId.SOD,
                        form.apply(SecurityObjectWriter.of(signer, signing.time()))
                                .write(content));
    }

    /** To be signed with the data groups hashed by this algorithm. */
    public SpecimenDocument hashedWith(HashAlgorithm hash) {
        return signing(new Signing(signing.signer(), signing.ldsVersion(), hash, signing.time()));
    }

    /** To be signed as an LDS security object of this version, 0 or 1. */
    public SpecimenDocument withLdsVersion(int version) {
        return signing(new Signing(signing.signer(), version, signing.hash(), signing.time()));
    }

    private SpecimenDocument signing(Signing other) {
        return new SpecimenDocument(profile, contents, printed, other);
    }

    /** With a chip that behaves in another way. */
    public SpecimenDocument with(ChipSettings settings) {
        return with(contents.with(settings));
    }

    /** With other contents in the chip. */
    public SpecimenDocument with(ChipContents other) {
        return new SpecimenDocument(profile, other, printed, signing);
    }

    private SpecimenDocument withFiles(Map<FileId, Bytes> files) {
        return with(contents.withFiles(files));
    }

    SpecimenDocument named(String name) {
        return new SpecimenDocument(name, contents, printed, signing);
    }

    @Override
    public String toString() {
        return "SpecimenDocument[" + profile + "]";
    }
}
