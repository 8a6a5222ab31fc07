package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** The extensions of a certificate by its purpose (ICAO 9303-12 §7.1.1, table 6). */
final class CertificateExtensions {
    /** Names the document types that a document signer signs (ICAO 9303-12 §7.1.1.6). */
    static final ASN1ObjectIdentifier DOCUMENT_TYPES = new ASN1ObjectIdentifier("2.23.136.1.1.6.2");
    /** Extended key usage of a master list signer. */
    static final ASN1ObjectIdentifier MASTER_LIST_SIGNING = new ASN1ObjectIdentifier("2.23.136.1.1.3");

    private CertificateExtensions() {}

    static Extensions of(CertificateRequest request, SubjectPublicKeyInfo issuerKey) {
        try {
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(
                    Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(keyIdentifier(issuerKey)));
            extensions.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new SubjectKeyIdentifier(keyIdentifier(request.publicKey())));
            extensions.addExtension(Extension.privateKeyUsagePeriod, false, keyUse(request.keyUse()));
            extensions.addExtension(Extension.subjectAlternativeName, false, alternativeName(request.state()));
            extensions.addExtension(Extension.issuerAlternativeName, false, alternativeName(request.state()));
            extensions.addExtension(Extension.cRLDistributionPoints, false, revocationList(request.state()));
            addPurpose(extensions, request.purpose());
            return extensions.generate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addPurpose(ExtensionsGenerator extensions, CertificatePurpose purpose) throws IOException {
        switch (purpose) {
            case COUNTRY_SIGNER, LINK -> {
                extensions.addExtension(
                        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
                extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            }
            case DOCUMENT_SIGNER -> {
                extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                extensions.addExtension(DOCUMENT_TYPES, false, documentTypes("AR", "ID", "IR", "P"));
            }
            case MASTER_LIST_SIGNER -> {
                extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                extensions.addExtension(
                        Extension.extendedKeyUsage,
                        true,
                        new ExtendedKeyUsage(KeyPurposeId.getInstance(MASTER_LIST_SIGNING)));
            }
        }
    }

    /** SHA-1 of the public key's bit string (RFC 5280 §4.2.1.2). */
    static byte[] keyIdentifier(SubjectPublicKeyInfo key) {
        return HashAlgorithm.SHA_1
                .of(Bytes.of(key.getPublicKeyData().getBytes()))
                .toArray();
    }

    static DERSequence keyUse(Period period) {
        return new DERSequence(new ASN1Encodable[] {
            new DERTaggedObject(false, 0, time(period.from())), new DERTaggedObject(false, 1, time(period.to()))
        });
    }

    private static ASN1GeneralizedTime time(Instant at) {
        return new DERGeneralizedTime(Date.from(at));
    }

    private static GeneralNames alternativeName(IssuingState state) {
        return new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.uniformResourceIdentifier, "https://specimen.tessere.example/"),
            new GeneralName(new X500NameBuilder(BCStyle.INSTANCE)
                    .addRDN(BCStyle.L, state.mrzCode())
                    .build())
        });
    }

    private static CRLDistPoint revocationList(IssuingState state) {
        GeneralName address = new GeneralName(
                GeneralName.uniformResourceIdentifier, "https://specimen.tessere.example/" + state.mrzCode() + ".crl");
        DistributionPointName name = new DistributionPointName(new GeneralNames(address));
        return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(name, null, null)});
    }

    static DERSequence documentTypes(String... types) {
        ASN1Encodable[] words = new ASN1Encodable[types.length];
        for (int i = 0; i < types.length; i++) {
            words[i] = new DERPrintableString(types[i]);
        }
        return new DERSequence(new ASN1Encodable[] {new ASN1Integer(0), new DERSet(words)});
    }
}
