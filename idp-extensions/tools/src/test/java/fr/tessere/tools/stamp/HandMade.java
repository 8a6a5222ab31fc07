package fr.tessere.tools.stamp;

import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;

/** An answer of RFC 3161 §2.4.2, part by part: true in everything, and signed by whoever's certificate it is. */
final class HandMade {
    private HandMade() {}

    static byte[] response(TimeStampRequest asked, String algorithm, PrivateKey key, X509Certificate signer)
            throws Exception {
        TSTInfo info = new TSTInfo(
                new ASN1ObjectIdentifier("1.2.3.4"),
                new MessageImprint(new AlgorithmIdentifier(TSPAlgorithms.SHA256), asked.getMessageImprintDigest()),
                new ASN1Integer(10),
                new ASN1GeneralizedTime(new Date()),
                null,
                null,
                new ASN1Integer(asked.getNonce()),
                null,
                null);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(signer.getEncoded());
        Attribute named = new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest))));
        CMSSignedDataGenerator message = new CMSSignedDataGenerator();
        message.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .setSignedAttributeGenerator(new AttributeTable(named))
                .build(algorithm, key, signer));
        message.addCertificates(new JcaCertStore(List.of(signer)));
        CMSSignedData token = message.generate(
                new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, info.getEncoded()), true);
        return new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), token.toASN1Structure()).getEncoded();
    }
}
