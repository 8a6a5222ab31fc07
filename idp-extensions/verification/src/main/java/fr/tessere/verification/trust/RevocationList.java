package fr.tessere.verification.trust;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.RefusedException;
import fr.tessere.verification.evidence.RevocationStatus;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/** A country's list of revoked certificates (ICAO 9303-12 §7.1.4), signed by a key of that country. */
public final class RevocationList {
    private final X500Name issuer;
    private final Set<BigInteger> revoked;
    private final Instant thisUpdate;
    private final Instant nextUpdate;
    private final Optional<BigInteger> number;
    private final Bytes digest;
    private final SignedCertificate signer;

    RevocationList(CertificateList list, Set<BigInteger> revoked, Bytes digest, SignedCertificate signer) {
        this.issuer = list.getIssuer();
        this.revoked = Set.copyOf(revoked);
        this.thisUpdate = list.getThisUpdate().getDate().toInstant();
        this.nextUpdate = list.getNextUpdate() == null
                ? Instant.EPOCH
                : list.getNextUpdate().getDate().toInstant();
        Extensions extensions = list.getTBSCertList().getExtensions();
        this.number = Optional.ofNullable(extensions)
                .map(all -> all.getExtensionParsedValue(Extension.cRLNumber))
                .map(value -> ASN1Integer.getInstance(value).getValue());
        this.digest = digest;
        this.signer = signer;
    }

    /** Reads a list in DER that one of these signers must have signed. */
    public static RevocationList parse(Bytes der, Iterable<CountrySigner> signers) throws RefusedException {
        return UnverifiedRevocationList.parse(der).provenBy(signers);
    }

    /** Name of the country signer. */
    public X500Name issuer() {
        return issuer;
    }

    /** Country of the key that signed it, in upper case. */
    public String country() {
        return signer.country();
    }

    /** Number of certificates named. */
    public int size() {
        return revoked.size();
    }

    /** When its issuer made it. */
    public Instant thisUpdate() {
        return thisUpdate;
    }

    /** Until when it is fresh; 1970 if it does not say. */
    public Instant nextUpdate() {
        return nextUpdate;
    }

    /** Its number, counted upwards by its issuer. */
    public Optional<BigInteger> number() {
        return number;
    }

    /** SHA-256 of the list, 32 bytes. */
    public Bytes digest() {
        return digest;
    }

    /** True if it names this serial number. */
    public boolean names(BigInteger serialNumber) {
        return revoked.contains(serialNumber);
    }

    /** True until the day of its next update. */
    public boolean isFresh(Instant at) {
        return !at.isAfter(nextUpdate);
    }

    RevocationStatus.ListUsed used() {
        return new RevocationStatus.ListUsed(number.map(BigInteger::toString).orElse(""), thisUpdate, digest);
    }
}
