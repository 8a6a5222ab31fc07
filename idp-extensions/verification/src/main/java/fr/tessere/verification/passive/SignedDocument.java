package fr.tessere.verification.passive;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.evidence.Weakness;
import fr.tessere.verification.lds.SecurityObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A document whose security object a trusted State signed. Only {@link PassiveAuthentication} can make one. */
public final class SignedDocument {
    private final SecurityObject securityObject;
    private final Bytes securityObjectDigest;
    private final DocumentSigner signer;
    private final String signatureAlgorithm;
    private final Set<Weakness> weaknesses;
    private final String trustVersion;
    private final Map<Check, CheckResult> checks;

    SignedDocument(
            SecurityObject securityObject,
            Bytes securityObjectDigest,
            DocumentSigner signer,
            String signatureAlgorithm,
            Set<Weakness> weaknesses,
            String trustVersion,
            Map<Check, CheckResult> checks) {
        this.securityObject = securityObject;
        this.securityObjectDigest = securityObjectDigest;
        this.signer = signer;
        this.signatureAlgorithm = signatureAlgorithm;
        this.weaknesses = Set.copyOf(weaknesses);
        this.trustVersion = trustVersion;
        this.checks = Map.copyOf(checks);
    }

    /** True if the document has this data group, as the State signed it. */
    public boolean lists(FileId file) {
        return securityObject.digests().containsKey(file);
    }

    /** The file, if its digest is the signed one; refuses {@code data-group-not-signed}, {@code data-group-digest}. */
    public SignedFile signed(FileId file, Bytes raw) throws RefusedException {
        Bytes expected = securityObject.digests().get(file);
        if (expected == null) {
            throw new RefusedException(RefusalCode.DATA_GROUP_NOT_SIGNED, file.word() + " is not in EF.SOD");
        }
        RefusedException.require(
                expected.equals(securityObject.algorithm().digest(raw)),
                RefusalCode.DATA_GROUP_DIGEST,
                () -> "the digest of %s (%d bytes) is not the signed one".formatted(file.word(), raw.length()));
        return new SignedFile(file, raw);
    }

    /**
     * A file that the reader had to send if the State signed it: what is left out cannot make a document weaker. Refuses
     * {@code data-group-missing} what is listed and was not sent, {@code data-group-not-signed} the opposite.
     */
    public Optional<SignedFile> listed(FileId file, Optional<Bytes> raw) throws RefusedException {
        if (raw.isPresent()) {
            return Optional.of(signed(file, raw.get()));
        }
        RefusedException.require(
                !lists(file), RefusalCode.DATA_GROUP_MISSING, file.word() + " is in EF.SOD and was not sent");
        return Optional.empty();
    }

    /** Refuses {@code signer-country} unless the signer's country signs for this issuing State. */
    public void requireIssuedBy(String issuingState) throws RefusedException {
        requireIssuedBy(issuingState, signer.country());
    }

    /** The same for a signer whose certificate is known to name a wrong country; this is the right one. */
    public void requireIssuedBy(String issuingState, String country) throws RefusedException {
        RefusedException.require(
                Countries.signsFor(country, issuingState),
                RefusalCode.SIGNER_COUNTRY,
                "signed under %s, issued by %s".formatted(country, issuingState));
    }

    /** Refuses {@code signer-key-usage} if the signer's certificate lists document types and this is none of them. */
    public void requireOfType(String documentType) throws RefusedException {
        RefusedException.require(
                signer.profile().signs(documentType),
                RefusalCode.SIGNER_KEY_USAGE,
                "the signer signs %s, not %s".formatted(signer.profile().documentTypes(), documentType));
    }

    /** Who signed it. */
    public DocumentSigner signer() {
        return signer;
    }

    /** SHA-256 of EF.SOD, 32 bytes. */
    public Bytes securityObjectDigest() {
        return securityObjectDigest;
    }

    /** For example {@code SHA256withECDSA}. */
    public String signatureAlgorithm() {
        return signatureAlgorithm;
    }

    /** For example {@code SHA-256}. */
    public String digestAlgorithm() {
        return securityObject.algorithm().jcaName();
    }

    /** What was accepted with reserve. */
    public Set<Weakness> weaknesses() {
        return weaknesses;
    }

    /** Version of the trust anchors that vouch for its signer. */
    public String trustVersion() {
        return trustVersion;
    }

    /** The checks made so far. */
    public Map<Check, CheckResult> checks() {
        return checks;
    }
}
