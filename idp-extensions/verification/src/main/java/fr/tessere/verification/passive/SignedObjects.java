package fr.tessere.verification.passive;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.evidence.Check;
import fr.tessere.verification.evidence.CheckLog;
import fr.tessere.verification.evidence.CheckResult;
import fr.tessere.verification.evidence.Input;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.trust.SignedCertificate;
import fr.tessere.verification.trust.SignedMessage;
import fr.tessere.verification.trust.TrustAnchors;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * The part of passive authentication that does not depend on the time: signed message, signature, chain. A reading asks
 * twice for the same EF.SOD within minutes; what was found out the first time is kept until then.
 */
final class SignedObjects {
    private static final ASN1ObjectIdentifier SECURITY_OBJECT = new ASN1ObjectIdentifier("2.23.136.1.1.1");
    /** id-SecurityObject of BSI TR-03110, which ICAO took over. */
    private static final ASN1ObjectIdentifier CARD_SECURITY = new ASN1ObjectIdentifier("0.4.0.127.0.7.3.2.1");

    private static final int KEPT = 500;
    private static final Duration FOR = Duration.ofMinutes(10);

    private final Remembered<DigestUnderTrust, DocumentSigner> signers = SignerChain.memory();
    private final Remembered<DigestUnderTrust, SignedObject> begun = new Remembered<>(KEPT, FOR);

    /** EF.SOD; refuses with the codes {@code sod-…} and {@code signer-…} that no time can change. */
    SignedObject prove(Bytes sod, TrustAnchors anchors, Instant at, CheckLog checks) throws RefusedException {
        return prove(OuterLayer.ofSecurityObject(sod), SECURITY_OBJECT, anchors, at, checks);
    }

    /** EF.CardSecurity, with the same codes. */
    SignedObject proveCardSecurity(Bytes raw, TrustAnchors anchors, Instant at) throws RefusedException {
        OuterLayer.onlyObject(raw, "EF.CardSecurity");
        return prove(raw, CARD_SECURITY, anchors, at, new CheckLog());
    }

    /** EF.SOD, kept for {@link #takeOrProve}. */
    SignedObject proveAndKeep(Bytes sod, TrustAnchors anchors, Instant at, CheckLog checks) throws RefusedException {
        SignedObject proven = prove(sod, anchors, at, checks);
        begun.keep(DigestUnderTrust.of(sod, anchors), proven, at);
        return proven;
    }

    /** EF.SOD that was kept and now is forgotten; proven again if none was kept, or under other anchors. */
    SignedObject takeOrProve(Bytes sod, TrustAnchors anchors, Instant at, CheckLog checks) throws RefusedException {
        Optional<SignedObject> known = begun.take(DigestUnderTrust.of(sod, anchors), at);
        if (known.isEmpty()) {
            return prove(sod, anchors, at, checks);
        }
        checks.add(Check.SOD_FORMAT, CheckResult.SUCCESSFUL);
        checks.add(Check.SOD_SIGNATURE, CheckResult.SUCCESSFUL);
        checks.add(Check.SIGNER_CHAIN, CheckResult.SUCCESSFUL);
        return known.get();
    }

    private SignedObject prove(Bytes der, ASN1ObjectIdentifier type, TrustAnchors anchors, Instant at, CheckLog checks)
            throws RefusedException {
        SignedMessage message = SignedMessage.parse(der, type);
        if (!message.attributes().isEmpty()) {
            message.attributes().requireContentType(type);
        }
        SignerChain chain = new SignerChain(anchors, signers, at);
        SignedCertificate certificate = message.signerCertificate(anchors, chain::read)
                .orElseThrow(() -> new RefusedException(
                        RefusalCode.SIGNER_MISSING, "the signer's certificate is neither in the message nor known"));
        checks.used(Input.of(Input.SIGNER, certificate.digest()));
        checks.add(Check.SOD_FORMAT, CheckResult.SUCCESSFUL);
        message.requireSignedBy(certificate.key());
        checks.add(Check.SOD_SIGNATURE, CheckResult.SUCCESSFUL);
        DocumentSigner signer = chain.require(certificate);
        checks.add(Check.SIGNER_CHAIN, CheckResult.SUCCESSFUL);
        return new SignedObject(message, signer);
    }
}
