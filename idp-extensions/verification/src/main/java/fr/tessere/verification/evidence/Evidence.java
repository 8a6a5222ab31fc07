package fr.tessere.verification.evidence;

import fr.tessere.protocol.bytes.Bytes;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * All facts of one reading, and no personal data: what receipts and the level of assurance are made from.
 *
 * @param proof how the chip was proven
 * @param proofAlgorithm for example {@code ECDH AES-128 brainpoolP256r1}; empty for {@link Proof#NONE}
 * @param signerCountry two letters, as the document signer's certificate names it
 * @param signerDigest SHA-256 of the document signer's certificate, 32 bytes
 * @param securityObjectDigest SHA-256 of EF.SOD, 32 bytes
 * @param signatureAlgorithm of EF.SOD, for example {@code SHA256withECDSA}
 * @param digestAlgorithm of the data groups, for example {@code SHA-256}
 * @param specimen true if an anchor of the folder {@code specimen} vouches for the document: equipment, not a State's
 * @param documentExpired true if the date of expiry is over and the settings accept that
 * @param trustVersion version of the trust anchors used
 * @param weaknesses what was accepted with reserve
 * @param checks each check made, and its result
 * @param at when it was checked
 * @param status what is known of the document since it was issued
 */
public record Evidence(
        Proof proof,
        String proofAlgorithm,
        String signerCountry,
        Bytes signerDigest,
        Bytes securityObjectDigest,
        String signatureAlgorithm,
        String digestAlgorithm,
        boolean specimen,
        boolean documentExpired,
        String trustVersion,
        Set<Weakness> weaknesses,
        Map<Check, CheckResult> checks,
        Instant at,
        StatusReport status) {
    public Evidence {
        weaknesses = Set.copyOf(weaknesses);
        checks = Map.copyOf(checks);
    }

    /** What was known about the revocation of the document's signer. */
    public RevocationGrade revocation() {
        return RevocationGrade.noted(weaknesses);
    }

    /** The same with what a source says of the document; what nobody knows is a weakness. */
    public Evidence with(StatusReport report, boolean expired) {
        Set<Weakness> reserve = EnumSet.noneOf(Weakness.class);
        reserve.addAll(weaknesses);
        Map<Check, CheckResult> more = new EnumMap<>(Check.class);
        more.putAll(checks);
        more.put(Check.DOCUMENT_STATUS, report.result());
        if (report.result() == CheckResult.UNDETERMINED) {
            reserve.add(Weakness.STATUS_UNKNOWN);
        } else {
            reserve.remove(Weakness.STATUS_UNKNOWN);
        }
        return new Evidence(
                proof,
                proofAlgorithm,
                signerCountry,
                signerDigest,
                securityObjectDigest,
                signatureAlgorithm,
                digestAlgorithm,
                specimen,
                documentExpired || expired,
                trustVersion,
                reserve,
                more,
                at,
                report);
    }
}
