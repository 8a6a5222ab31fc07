package fr.tessere.verification.passive;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckLog;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.DigestAlgorithm;
import fr.tessere.verification.evidence.Guarded;
import fr.tessere.verification.evidence.Input;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.evidence.RevocationGrade;
import fr.tessere.verification.evidence.RevocationStatus;
import fr.tessere.verification.evidence.Weakness;
import fr.tessere.verification.lds.SecurityInfos;
import fr.tessere.verification.lds.SecurityObject;
import fr.tessere.verification.trust.SignatureScheme;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.SignedMessage;
import fr.tessere.verification.trust.TrustAnchors;
import fr.tessere.verification.trust.VerificationKey;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Passive authentication of EF.SOD (ICAO 9303-11 §5.1): strict outer layer, signed message, signer, chain, validity,
 * revocation, and only then the content. Safe for use by several threads.
 */
public final class PassiveAuthentication {
    /** Clocks of a personalisation site may be off by this much. */
    private static final Duration SLACK = Duration.ofDays(1);

    private final Supplier<TrustAnchors> trust;
    private final boolean expiredSpecimens;
    private final SignedObjects objects = new SignedObjects();
    private final Predicate<Bytes> wrongDates;

    /**
     * A check against anchors that never change.
     *
     * @param expiredSpecimens true if certificates of specimens may have expired
     */
    public PassiveAuthentication(TrustAnchors anchors, boolean expiredSpecimens) {
        this(() -> anchors, expiredSpecimens);
    }

    /**
     * A check against the anchors of the moment.
     *
     * @param trust what is trusted now; asked once for each verification
     * @param expiredSpecimens true if certificates of specimens may have expired
     */
    public PassiveAuthentication(Supplier<TrustAnchors> trust, boolean expiredSpecimens) {
        this(trust, expiredSpecimens, certificate -> false);
    }

    private PassiveAuthentication(Supplier<TrustAnchors> trust, boolean expiredSpecimens, Predicate<Bytes> wrongDates) {
        this.trust = trust;
        this.expiredSpecimens = expiredSpecimens;
        this.wrongDates = wrongDates;
    }

    /** The same, where the dates of some certificates, named by SHA-256, are known to be wrong: undetermined, not failed. */
    public PassiveAuthentication excusing(Predicate<Bytes> certificates) {
        return new PassiveAuthentication(trust, expiredSpecimens, certificates);
    }

    /** The signed document; refuses with the codes {@code sod-…} and {@code signer-…}. */
    public SignedDocument verify(Bytes sod, Instant at) throws RefusedException {
        return verify(sod, at, new CheckLog());
    }

    /** The same, taking down each check as it is made. */
    public SignedDocument verify(Bytes sod, Instant at, CheckLog checks) throws RefusedException {
        TrustAnchors anchors = trust.get();
        checks.under(anchors.version());
        return guarded(() -> document(sod, objects.prove(sod, anchors, at, checks), anchors, at, checks));
    }

    /** The same for a document that will be asked for again within minutes: see {@link #verifyAgain}. */
    public SignedDocument verifyFirst(Bytes sod, Instant at, CheckLog checks) throws RefusedException {
        TrustAnchors anchors = trust.get();
        checks.under(anchors.version());
        return guarded(() -> document(sod, objects.proveAndKeep(sod, anchors, at, checks), anchors, at, checks));
    }

    /**
     * The same for a document that {@link #verifyFirst} verified, here or on another node. Its signature and chain are
     * computed again only where they were not computed before, or what is trusted has changed; time and revocation count
     * anew.
     */
    public SignedDocument verifyAgain(Bytes sod, Instant at, CheckLog checks) throws RefusedException {
        TrustAnchors anchors = trust.get();
        checks.under(anchors.version());
        return guarded(() -> document(sod, objects.takeOrProve(sod, anchors, at, checks), anchors, at, checks));
    }

    private static SignedDocument guarded(Guarded.Parser<SignedDocument> check) throws RefusedException {
        // Bouncy Castle reads lazily: a malformed part may throw only when it is used
        return Guarded.parse(RefusalCode.SOD_MALFORMED, "EF.SOD", check);
    }

    private SignedDocument document(Bytes sod, SignedObject proven, TrustAnchors anchors, Instant at, CheckLog checks)
            throws RefusedException {
        Believed believed = believe(proven, anchors, at, checks);
        SecurityObject object = SecurityObject.parse(believed.message().content());
        Set<Weakness> weaknesses = weaknesses(believed);
        if (object.algorithm() == DigestAlgorithm.SHA1) {
            weaknesses.add(Weakness.SHA1);
        }
        return new SignedDocument(
                object,
                DigestAlgorithm.SHA256.digest(sod),
                believed.signer(),
                believed.message().scheme().word(),
                weaknesses,
                anchors.version(),
                checks.made());
    }

    /**
     * EF.CardSecurity (ICAO 9303-11 §9.2.11): signed like EF.SOD, by a signer of the same country as the document's.
     * Refuses {@code card-security-malformed}, {@code card-security-untrusted} and the codes {@code signer-…}.
     */
    public SignedSecurityInfos cardSecurity(Bytes raw, SignedDocument document, Instant at) throws RefusedException {
        try {
            TrustAnchors anchors = trust.get();
            return Guarded.parse(RefusalCode.CARD_SECURITY_MALFORMED, "EF.CardSecurity", () -> {
                SignedObject proven = objects.proveCardSecurity(raw, anchors, at);
                Believed believed = believe(proven, anchors, at, new CheckLog());
                RefusedException.require(
                        believed.signer().country().equals(document.signer().country()),
                        RefusalCode.CARD_SECURITY_UNTRUSTED,
                        "EF.CardSecurity is signed under %s, EF.SOD under %s"
                                .formatted(
                                        believed.signer().country(),
                                        document.signer().country()));
                return new SignedSecurityInfos(
                        SecurityInfos.ofCardSecurity(believed.message().content()), weaknesses(believed));
            });
        } catch (RefusedException refusal) {
            throw new RefusedException(ofCardSecurity(refusal.code()), "EF.CardSecurity: " + refusal.detail());
        }
    }

    /** The codes of the message are named after EF.SOD, which this is not; those of the signer stay. */
    private static RefusalCode ofCardSecurity(RefusalCode code) {
        return switch (code) {
            case SOD_DIGEST, SOD_SIGNATURE, SOD_ALGORITHM, SIGNER_UNTRUSTED, SIGNER_MISSING ->
                RefusalCode.CARD_SECURITY_UNTRUSTED;
            case SOD_MALFORMED, SOD_TRAILING_BYTES, SOD_CONTENT_TYPE, SOD_VERSION, SOD_SIGNERS, SOD_ATTRIBUTES ->
                RefusalCode.CARD_SECURITY_MALFORMED;
            default -> code;
        };
    }

    /** A message whose signer is one of a trusted State, valid at this time and not revoked. */
    private record Believed(
            SignedMessage message, DocumentSigner signer, Optional<Instant> signed, RevocationStatus revocation) {}

    private Believed believe(SignedObject proven, TrustAnchors anchors, Instant at, CheckLog checks)
            throws RefusedException {
        SignedMessage message = proven.message();
        DocumentSigner signer = proven.signer();
        checks.used(Input.of(Input.SIGNER, signer.digest()));
        checks.used(Input.of(Input.COUNTRY_SIGNER, signer.issuerDigest()));
        checks.add(Check.SIGNER_VALIDITY, validity(signer.certificate(), signer, at));
        checks.add(Check.COUNTRY_SIGNER_VALIDITY, validity(signer.issuer(), signer, at));
        Optional<Instant> signed = signingTime(message, signer);
        RevocationStatus revocation = anchors.revocation(signer.certificate(), at);
        checks.asked(revocation.lists());
        RefusedException.require(
                revocation.grade() != RevocationGrade.REVOKED,
                RefusalCode.SIGNER_REVOKED,
                "the signer is on a revocation list");
        checks.add(Check.SIGNER_REVOCATION, revocation.grade().result());
        return new Believed(message, signer, signed, revocation);
    }

    private CheckResult validity(SignedCertificate certificate, DocumentSigner signer, Instant at)
            throws RefusedException {
        boolean outside = at.isBefore(certificate.notBefore()) || at.isAfter(certificate.notAfter());
        if (outside && wrongDates.test(certificate.digest())) {
            return CheckResult.UNDETERMINED;
        }
        RefusedException.require(
                !at.isBefore(certificate.notBefore()),
                RefusalCode.SIGNER_NOT_YET_VALID,
                () -> "the certificate is valid from " + certificate.notBefore());
        if (at.isAfter(certificate.notAfter())) {
            RefusedException.require(
                    signer.specimen() && expiredSpecimens,
                    RefusalCode.SIGNER_EXPIRED,
                    () -> "the certificate was valid until " + certificate.notAfter());
            return CheckResult.UNDETERMINED;
        }
        return CheckResult.SUCCESSFUL;
    }

    /** When the signer says it signed: within the validity of its certificate. */
    private static Optional<Instant> signingTime(SignedMessage message, DocumentSigner signer) throws RefusedException {
        Optional<Instant> time =
                Guarded.parse(RefusalCode.SOD_ATTRIBUTES, "the signing time", message.attributes()::signingTime);
        if (time.isPresent()) {
            SignedCertificate certificate = signer.certificate();
            RefusedException.require(
                    !time.get().isBefore(certificate.notBefore().minus(SLACK)),
                    RefusalCode.SIGNER_NOT_YET_VALID,
                    "signed before the certificate was valid");
            RefusedException.require(
                    !time.get().isAfter(certificate.notAfter().plus(SLACK)),
                    RefusalCode.SIGNER_EXPIRED,
                    "signed after the certificate was valid");
        }
        return time;
    }

    private static Set<Weakness> weaknesses(Believed believed) {
        SignedMessage message = believed.message();
        DocumentSigner signer = believed.signer();
        Set<Weakness> weaknesses = EnumSet.noneOf(Weakness.class);
        SignatureScheme issued = signer.certificate().scheme();
        if (message.scheme().digest() == DigestAlgorithm.SHA1 || issued.digest() == DigestAlgorithm.SHA1) {
            weaknesses.add(Weakness.SHA1);
        }
        for (VerificationKey key :
                List.of(signer.certificate().key(), signer.issuer().key())) {
            if (key.isShortRsa()) {
                weaknesses.add(Weakness.SHORT_RSA_KEY);
            }
            if (key.isShortCurve()) {
                weaknesses.add(Weakness.SHORT_CURVE);
            }
        }
        if (signer.certificate().key().isDsa() || signer.issuer().key().isDsa()) {
            weaknesses.add(Weakness.DSA);
        }
        if (message.attributes().isEmpty()) {
            weaknesses.add(Weakness.NO_SIGNED_ATTRIBUTES);
        } else if (believed.signed()
                .filter(time -> !signer.profile().signedAt(time))
                .isPresent()) {
            weaknesses.add(Weakness.SIGNER_KEY_PERIOD);
        }
        if (!SignerProfile.namesKeyOf(signer.certificate(), signer.issuer())) {
            weaknesses.add(Weakness.SIGNER_KEY_IDENTIFIER);
        }
        believed.revocation().grade().weakness().ifPresent(weaknesses::add);
        return weaknesses;
    }
}
