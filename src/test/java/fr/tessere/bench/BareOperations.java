package fr.tessere.bench;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.trust.SignedCertificate;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * What passive authentication and Chip Authentication of one document cannot do without, called directly on decoded
 * parameters: digests by the JDK, curves by Bouncy Castle, secure messaging by the same two as the product's. Nothing is
 * parsed, compared, or kept.
 */
final class BareOperations {
    private static final int AES_BLOCK = 16;
    /** Status object, MAC object, status word; then tag, length and padding indicator of the cryptogram. */
    private static final int AROUND = 4 + 10 + 2 + 3;

    private final String digest;
    private final byte[] content;
    private final byte[] attributes;
    private final ECPublicKeyParameters signerKey;
    private final BigInteger r;
    private final BigInteger s;
    private final List<byte[]> dataGroups;
    private final ECDomainParameters domain;
    private final byte[] chipPoint;
    private final int keyLength;
    private final List<byte[]> commands;
    private final List<byte[]> answers;
    private final SecureRandom random = new SecureRandom();

    /**
     * The operations of one document.
     *
     * @param signedMessage the CMS message in EF.SOD
     * @param signer its signer's certificate
     * @param chip the chip's static key for Chip Authentication
     * @param keyLength bytes of a session key
     * @param files the files whose digests are compared
     * @param commands protected by the server
     * @param answers of the chip
     */
    BareOperations(
            Bytes signedMessage,
            SignedCertificate signer,
            ECPublicKeyParameters chip,
            int keyLength,
            List<Bytes> files,
            List<Bytes> commands,
            List<Bytes> answers)
            throws Exception {
        CMSSignedData message = new CMSSignedData(signedMessage.toArray());
        SignerInformation info =
                message.getSignerInfos().getSigners().iterator().next();
        digest = Objects.requireNonNull(Digests.NAMES.get(info.getDigestAlgOID()));
        content = (byte[]) message.getSignedContent().getContent();
        attributes = info.getEncodedSignedAttributes();
        signerKey = signer.key().ec().orElseThrow();
        ASN1Sequence numbers = ASN1Sequence.getInstance(info.getSignature());
        r = ASN1Integer.getInstance(numbers.getObjectAt(0)).getValue();
        s = ASN1Integer.getInstance(numbers.getObjectAt(1)).getValue();
        dataGroups = files.stream().map(Bytes::toArray).toList();
        domain = chip.getParameters();
        chipPoint = chip.getQ().getEncoded(false);
        this.keyLength = keyLength;
        this.commands = commands.stream().map(Bytes::toArray).toList();
        this.answers = answers.stream().map(Bytes::toArray).toList();
    }

    /** Digests of what is signed, and the signature over it. */
    boolean passive() throws GeneralSecurityException {
        MessageDigest.getInstance(digest, "SUN").digest(content);
        ECDSASigner check = new ECDSASigner();
        check.init(false, signerKey);
        boolean right =
                check.verifySignature(MessageDigest.getInstance(digest, "SUN").digest(attributes), r, s);
        for (byte[] file : dataGroups) {
            MessageDigest.getInstance(digest, "SUN").digest(file);
        }
        return right;
    }

    /** A key pair, the chip's point on its curve, the agreement, the session keys; then commands and answers. */
    int chip() throws GeneralSecurityException {
        BigInteger secret =
                BigIntegers.createRandomInRange(BigInteger.ONE, domain.getN().subtract(BigInteger.ONE), random);
        ECPoint own =
                new FixedPointCombMultiplier().multiply(domain.getG(), secret).normalize();
        // a chip's key is new to the server each time
        ECPoint shared =
                domain.getCurve().decodePoint(chipPoint).multiply(secret).normalize();
        byte[] x = shared.getAffineXCoord().getEncoded();
        byte[] encryption = sessionKey(x, 1);
        byte[] mac = sessionKey(x, 2);
        int done = own.getAffineXCoord().bitLength();
        for (byte[] command : commands) {
            done += mac(mac, whole(command.length + AES_BLOCK)).length;
        }
        for (byte[] answer : answers) {
            done += open(encryption, mac, answer).length;
        }
        return done;
    }

    private byte[] sessionKey(byte[] secret, int counter) throws GeneralSecurityException {
        MessageDigest derivation = MessageDigest.getInstance(keyLength > AES_BLOCK ? "SHA-256" : "SHA-1", "SUN");
        derivation.update(secret);
        derivation.update(new byte[] {0, 0, 0, (byte) counter});
        return Arrays.copyOf(derivation.digest(), keyLength);
    }

    private static byte[] open(byte[] encryption, byte[] mac, byte[] answer) throws GeneralSecurityException {
        mac(mac, whole(answer.length));
        Cipher counter = Cipher.getInstance("AES/ECB/NoPadding", "SunJCE");
        SecretKeySpec key = new SecretKeySpec(encryption, "AES");
        counter.init(Cipher.ENCRYPT_MODE, key);
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding", "SunJCE");
        cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(counter.doFinal(new byte[AES_BLOCK])));
        return cipher.doFinal(whole(answer.length - AROUND - AES_BLOCK));
    }

    private static byte[] mac(byte[] key, byte[] message) {
        CMac mac = new CMac(AESEngine.newInstance());
        mac.init(new KeyParameter(key));
        mac.update(message, 0, message.length);
        byte[] output = new byte[mac.getMacSize()];
        mac.doFinal(output, 0);
        return output;
    }

    /** So many bytes, and as many more as fill the last block. */
    private static byte[] whole(int length) {
        return new byte[(Math.max(length, 0) / AES_BLOCK + 1) * AES_BLOCK];
    }

    /** Names of digests by object identifier. */
    private static final class Digests {
        static final Map<String, String> NAMES = Map.of(
                "2.16.840.1.101.3.4.2.1", "SHA-256",
                "2.16.840.1.101.3.4.2.2", "SHA-384",
                "2.16.840.1.101.3.4.2.3", "SHA-512");
    }
}
