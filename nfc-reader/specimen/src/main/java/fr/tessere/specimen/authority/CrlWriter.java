package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V2TBSCertListGenerator;

/** Writes a revocation list of a country signer, good or with a fault (ICAO 9303-12 §7.1.4; RFC 5280 §5). Immutable. */
public final class CrlWriter {
    private final X500Name issuer;
    private final SpecimenKey key;
    private final SignatureScheme scheme;
    private final Period current;
    private final BigInteger number;
    private final List<BigInteger> revoked;
    private final List<Fault> faults;

    /** What can be wrong with a list; {@code ENDLESS} has no day of its next update, {@code DELTA} tells changes only. */
    private enum Fault {
        SIGNATURE_WRONG,
        ENDLESS,
        DELTA
    }

    private CrlWriter(
            X500Name issuer,
            SpecimenKey key,
            SignatureScheme scheme,
            Period current,
            BigInteger number,
            List<BigInteger> revoked,
            List<Fault> faults) {
        this.issuer = issuer;
        this.key = key;
        this.scheme = scheme;
        this.current = current;
        this.number = number;
        this.revoked = List.copyOf(revoked);
        this.faults = List.copyOf(faults);
    }

    /**
     * An empty list.
     *
     * @param current from this update to the next; a stale list is one whose next update is over
     */
    public static CrlWriter of(CountrySigner issuer, Period current) {
        return new CrlWriter(
                issuer.name(), issuer.key(), issuer.scheme(), current, BigInteger.ONE, List.of(), List.of());
    }

    /** Naming this certificate too. */
    public CrlWriter revoking(DocumentSigner signer) {
        return revoking(signer.serialNumber());
    }

    /** Naming this serial number too. */
    public CrlWriter revoking(BigInteger serial) {
        List<BigInteger> more = new ArrayList<>(revoked);
        more.add(serial);
        return new CrlWriter(issuer, key, scheme, current, number, more, faults);
    }

    /** With this CRL number: lists are counted upwards. */
    public CrlWriter numbered(int other) {
        return new CrlWriter(issuer, key, scheme, current, BigInteger.valueOf(other), revoked, faults);
    }

    /** In the name of its issuer, but signed by this one: wrong issuer, or a key without cRLSign. */
    public CrlWriter signedBy(CountrySigner other) {
        return new CrlWriter(issuer, other.key(), other.scheme(), current, number, revoked, faults);
    }

    /** In its own name, as if a document signer could revoke. */
    public CrlWriter signedBy(DocumentSigner other) {
        return new CrlWriter(issuer, other.key(), other.scheme(), current, number, revoked, faults);
    }

    /** With one bit of the signature changed. */
    public CrlWriter withWrongSignature() {
        return with(Fault.SIGNATURE_WRONG);
    }

    /** Without a day of its next update, which the standard demands. */
    public CrlWriter withoutNextUpdate() {
        return with(Fault.ENDLESS);
    }

    /** Only what has changed since list 1 (RFC 5280 §5.2.4): the absence of a number in it says nothing. */
    public CrlWriter asDelta() {
        return with(Fault.DELTA);
    }

    private CrlWriter with(Fault fault) {
        List<Fault> more = new ArrayList<>(faults);
        more.add(fault);
        return new CrlWriter(issuer, key, scheme, current, number, revoked, more);
    }

    /** The list, DER. */
    public Bytes write() {
        Bytes content = CountrySigner.der(content());
        Bytes signature = scheme.sign(key.parameters(), content);
        ASN1EncodableVector list = new ASN1EncodableVector();
        list.add(content());
        list.add(scheme.identifier());
        list.add(new DERBitString(
                (faults.contains(Fault.SIGNATURE_WRONG) ? CertificateFault.flipped(signature) : signature).toArray()));
        return CountrySigner.der(new DERSequence(list));
    }

    private org.bouncycastle.asn1.x509.TBSCertList content() {
        V2TBSCertListGenerator generator = new V2TBSCertListGenerator();
        generator.setSignature(scheme.identifier());
        generator.setIssuer(issuer);
        generator.setThisUpdate(time(current.from()));
        if (!faults.contains(Fault.ENDLESS)) {
            generator.setNextUpdate(time(current.to()));
        }
        for (BigInteger serial : revoked) {
            generator.addCRLEntry(new DERSequence(new ASN1Encodable[] {new ASN1Integer(serial), time(current.from())}));
        }
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        try {
            byte[] id = CertificateExtensions.keyIdentifier(key.subjectPublicKey());
            extensions.addExtension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(id));
            extensions.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
            if (faults.contains(Fault.DELTA)) {
                extensions.addExtension(Extension.deltaCRLIndicator, true, new CRLNumber(BigInteger.ONE));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        generator.setExtensions(extensions.generate());
        return generator.generateTBSCertList();
    }

    private static Time time(Instant at) {
        return new Time(Date.from(at));
    }
}
