package fr.tessere.verification;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.Limits;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Basis;
import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckLog;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.Decision;
import fr.tessere.verification.evidence.Input;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.identity.SignedIdentity;
import fr.tessere.verification.lds.ActiveAuthenticationKey;
import fr.tessere.verification.lds.AdditionalPersonalDetails;
import fr.tessere.verification.lds.FaceImageReader;
import fr.tessere.verification.lds.SecurityInfos;
import fr.tessere.verification.passive.PassiveAuthentication;
import fr.tessere.verification.passive.SignedDocument;
import fr.tessere.verification.passive.SignedFile;
import fr.tessere.verification.trust.TrustAnchors;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The other door: files of a document without its chip, for officers and integrators. The same checks as at a sign-in,
 * less the proof that the chip is the original, which nobody can give without it.
 */
public final class DocumentVerification {
    private final TrustAnchors anchors;
    private final PassiveAuthentication passive;
    private final DefectList defectList;
    private final VerificationSettings settings;

    /** A door that trusts these anchors; nothing expired passes. */
    public DocumentVerification(TrustAnchors anchors) {
        this(anchors, DefectList.NONE);
    }

    /** The same with published defects of documents. */
    public DocumentVerification(TrustAnchors anchors, DefectList defectList) {
        this(anchors, defectList, VerificationSettings.defaults());
    }

    /** The same under another policy, for example that of a decision to be made again. */
    public DocumentVerification(TrustAnchors anchors, DefectList defectList, VerificationSettings settings) {
        this.anchors = anchors;
        this.defectList = defectList;
        this.settings = settings;
        passive = new PassiveAuthentication(anchors, settings.expiredSpecimens());
    }

    /**
     * Verifies EF.SOD and the data groups that are there; a data group that EF.SOD lists may be absent.
     *
     * @param sod EF.SOD, hostile bytes
     * @param dataGroups raw data groups, hostile bytes
     * @param at the time that counts for every validity
     */
    public DocumentVerdict verify(Bytes sod, Map<FileId, Bytes> dataGroups, Instant at) {
        CheckLog checks = new CheckLog();
        checks.under(anchors.version());
        DefectsFound defects = new DefectsFound(defectList);
        Map<FileId, Bytes> looked = new EnumMap<>(FileId.class);
        looked.putAll(dataGroups);
        looked.put(FileId.SOD, sod);
        try {
            requireSize(FileId.SOD, sod, RefusalCode.SOD_MALFORMED);
            SignedDocument document = passive.excusing(defects::excusesDates).verify(sod, at, checks);
            Map<FileId, SignedFile> files = signed(document, dataGroups);
            checks.add(Check.DATA_GROUP_DIGESTS, files.isEmpty() ? CheckResult.UNDETERMINED : CheckResult.SUCCESSFUL);
            defects.requireSigner(document, checks);
            requireReadable(files);
            identity(document, files, defects.country(document), at, checks);
            // files alone: officers' switches and reports live in the server
            checks.add(Check.SWITCHES, CheckResult.UNDETERMINED);
            checks.add(Check.DOCUMENT_STATUS, CheckResult.UNDETERMINED);
            chip(document, checks);
            defects.chip(document, checks);
            defects.takeDown(checks);
            Decision decision = checks.verified(document.weaknesses(), basis(checks, looked), at);
            boolean specimen = document.signer().specimen();
            return new DocumentVerdict(Optional.empty(), decision, specimen, digestOfList(), defects.words());
        } catch (RefusedException refusal) {
            defects.takeDown(checks);
            Decision decision = checks.stoppedBy(refusal, basis(checks, looked), at);
            Refused refused = new Refused(refusal.code(), refusal.detail(), Optional.of(decision));
            return new DocumentVerdict(Optional.of(refused), decision, false, digestOfList(), defects.words());
        }
    }

    private Basis basis(CheckLog checks, Map<FileId, Bytes> looked) {
        checks.usedFiles(looked, looked.getOrDefault(FileId.SOD, Bytes.EMPTY));
        if (defectList.isPresent()) {
            checks.used(Input.of(Input.DEFECT_LIST, defectList.digest()));
        }
        return checks.basis(settings.policy());
    }

    private String digestOfList() {
        return defectList.digest().toHex().toLowerCase(java.util.Locale.ROOT);
    }

    private static Map<FileId, SignedFile> signed(SignedDocument document, Map<FileId, Bytes> raw)
            throws RefusedException {
        Map<FileId, SignedFile> files = new EnumMap<>(FileId.class);
        for (Map.Entry<FileId, Bytes> file : raw.entrySet()) {
            requireSize(file.getKey(), file.getValue(), RefusalCode.DATA_GROUP_MALFORMED);
            files.put(file.getKey(), document.signed(file.getKey(), file.getValue()));
        }
        return files;
    }

    private static void requireSize(FileId file, Bytes raw, RefusalCode code) throws RefusedException {
        RefusedException.require(
                raw.length() <= Limits.of(file),
                code,
                "%s has more than %d bytes".formatted(file.word(), Limits.of(file)));
    }

    /** Each data group that has a strict reader here is read; the others stay bytes whose digest is right. */
    private static void requireReadable(Map<FileId, SignedFile> files) throws RefusedException {
        for (SignedFile file : files.values()) {
            switch (file.id()) {
                case DG2 -> FaceImageReader.read(file.raw());
                case DG11 -> AdditionalPersonalDetails.parse(file.raw());
                case DG14 -> SecurityInfos.parse(file.raw());
                case DG15 -> ActiveAuthenticationKey.parse(file.raw());
                default -> {}
            }
        }
    }

    private void identity(
            SignedDocument document, Map<FileId, SignedFile> files, String country, Instant at, CheckLog checks)
            throws RefusedException {
        if (!files.containsKey(FileId.DG1)) {
            checks.add(Check.DATA_GROUP_FORMAT, files.isEmpty() ? CheckResult.UNDETERMINED : CheckResult.SUCCESSFUL);
            checks.add(Check.ISSUING_STATE, CheckResult.UNDETERMINED);
            checks.add(Check.DOCUMENT_VALIDITY, CheckResult.UNDETERMINED);
            return;
        }
        SignedIdentity signed = SignedIdentity.read(files, at);
        checks.add(Check.DATA_GROUP_FORMAT, CheckResult.SUCCESSFUL);
        document.requireIssuedBy(signed.identity().issuingState(), country);
        document.requireOfType(signed.identity().documentType());
        checks.add(Check.ISSUING_STATE, CheckResult.SUCCESSFUL);
        boolean expired = signed.isExpired(at);
        RefusedException.require(
                !expired || settings.acceptsExpired(document.signer().specimen()),
                RefusalCode.DOCUMENT_EXPIRED,
                "the document's validity is over");
        checks.add(Check.DOCUMENT_VALIDITY, expired ? CheckResult.FAILED : CheckResult.SUCCESSFUL);
    }

    /** Files alone never prove a chip: what the document offers stays undetermined. */
    private static void chip(SignedDocument document, CheckLog checks) {
        checks.add(Check.CARD_ACCESS, CheckResult.UNDETERMINED);
        checks.add(Check.CHIP_AUTHENTICATION, offered(document, FileId.DG14));
        checks.add(Check.CHIP_AUTHENTICATION_MAPPING, CheckResult.UNDETERMINED);
        checks.add(Check.ACTIVE_AUTHENTICATION, offered(document, FileId.DG15));
    }

    private static CheckResult offered(SignedDocument document, FileId file) {
        return document.lists(file) ? CheckResult.UNDETERMINED : CheckResult.NOT_SUPPORTED;
    }
}
