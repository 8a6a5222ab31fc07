package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.bsi.BSIObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.DSASigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.RSADigestSigner;

/**
 * How certificates and security objects are signed (ICAO 9303-12 §4.4). Same key, same content: same signature (ECDSA
 * by RFC 6979, RSA-PSS with a constant salt), so that a specimen made twice is the same specimen.
 */
public enum SignatureScheme {
    ECDSA_SHA1(Kind.ECDSA, HashAlgorithm.SHA_1),
    ECDSA_SHA224(Kind.ECDSA, HashAlgorithm.SHA_224),
    ECDSA_SHA256(Kind.ECDSA, HashAlgorithm.SHA_256),
    ECDSA_SHA384(Kind.ECDSA, HashAlgorithm.SHA_384),
    ECDSA_SHA512(Kind.ECDSA, HashAlgorithm.SHA_512),
    ECDSA_PLAIN_SHA1(Kind.ECDSA_PLAIN, HashAlgorithm.SHA_1),
    ECDSA_PLAIN_SHA224(Kind.ECDSA_PLAIN, HashAlgorithm.SHA_224),
    ECDSA_PLAIN_SHA256(Kind.ECDSA_PLAIN, HashAlgorithm.SHA_256),
    ECDSA_PLAIN_SHA384(Kind.ECDSA_PLAIN, HashAlgorithm.SHA_384),
    ECDSA_PLAIN_SHA512(Kind.ECDSA_PLAIN, HashAlgorithm.SHA_512),
    RSA_SHA1(Kind.RSA, HashAlgorithm.SHA_1),
    RSA_SHA224(Kind.RSA, HashAlgorithm.SHA_224),
    RSA_SHA256(Kind.RSA, HashAlgorithm.SHA_256),
    RSA_SHA384(Kind.RSA, HashAlgorithm.SHA_384),
    RSA_SHA512(Kind.RSA, HashAlgorithm.SHA_512),
    RSA_BARE_SHA1(Kind.RSA_BARE, HashAlgorithm.SHA_1),
    RSA_BARE_SHA224(Kind.RSA_BARE, HashAlgorithm.SHA_224),
    RSA_BARE_SHA256(Kind.RSA_BARE, HashAlgorithm.SHA_256),
    RSA_BARE_SHA384(Kind.RSA_BARE, HashAlgorithm.SHA_384),
    RSA_BARE_SHA512(Kind.RSA_BARE, HashAlgorithm.SHA_512),
    RSA_PSS_SHA1(Kind.RSA_PSS, HashAlgorithm.SHA_1),
    RSA_PSS_SHA224(Kind.RSA_PSS, HashAlgorithm.SHA_224),
    RSA_PSS_SHA256(Kind.RSA_PSS, HashAlgorithm.SHA_256),
    RSA_PSS_SHA384(Kind.RSA_PSS, HashAlgorithm.SHA_384),
    RSA_PSS_SHA512(Kind.RSA_PSS, HashAlgorithm.SHA_512),
    DSA_SHA1(Kind.DSA, HashAlgorithm.SHA_1),
    DSA_SHA224(Kind.DSA, HashAlgorithm.SHA_224),
    DSA_SHA256(Kind.DSA, HashAlgorithm.SHA_256);

    private enum Kind {
        /** SEQUENCE of r and s, named as ANSI X9.62 does. */
        ECDSA,
        /** r and s one behind the other, named as BSI TR-03111 does. */
        ECDSA_PLAIN,
        RSA,
        /** In a SignerInfo named rsaEncryption, which leaves the hash to the field beside it (RFC 3370 §3.2). */
        RSA_BARE,
        RSA_PSS,
        DSA
    }

    private final Kind kind;
    private final HashAlgorithm hash;

    SignatureScheme(Kind kind, HashAlgorithm hash) {
        this.kind = kind;
        this.hash = hash;
    }

    /** The word used in profiles, for example {@code rsa-pss-sha256}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The scheme with this word. */
    public static SignatureScheme ofWord(String word) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no signature scheme is called " + word));
    }

    /** The hash that this scheme signs. */
    public HashAlgorithm hash() {
        return hash;
    }

    Bytes sign(AsymmetricKeyParameter key, Bytes content) {
        try {
            Signer signer = signer();
            signer.init(true, key);
            signer.update(content.toArray(), 0, content.length());
            return Bytes.of(signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException("the specimen key does not sign with " + word(), e);
        }
    }

    private Signer signer() {
        return switch (kind) {
            case ECDSA -> new DSADigestSigner(new ECDSASigner(new HMacDSAKCalculator(hash.digest())), hash.digest());
            case ECDSA_PLAIN ->
                new DSADigestSigner(
                        new ECDSASigner(new HMacDSAKCalculator(hash.digest())),
                        hash.digest(),
                        PlainDSAEncoding.INSTANCE);
            case DSA -> new DSADigestSigner(new DSASigner(new HMacDSAKCalculator(hash.digest())), hash.digest());
            case RSA, RSA_BARE -> new RSADigestSigner(hash.digest());
            case RSA_PSS ->
                new PSSSigner(
                        new RSABlindedEngine(),
                        hash.digest(),
                        new byte[hash.digest().getDigestSize()]);
        };
    }

    AlgorithmIdentifier identifier() {
        return switch (kind) {
            case ECDSA -> ecdsa();
            case ECDSA_PLAIN -> ecdsaPlain();
            case RSA, RSA_BARE -> rsa();
            case RSA_PSS -> pss();
            case DSA -> dsa();
        };
    }

    /** As a SignerInfo names it. */
    AlgorithmIdentifier signerInfoIdentifier() {
        return kind == Kind.RSA_BARE
                ? new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE)
                : identifier();
    }

    private AlgorithmIdentifier ecdsaPlain() {
        return new AlgorithmIdentifier(
                switch (hash) {
                    case SHA_1 -> BSIObjectIdentifiers.ecdsa_plain_SHA1;
                    case SHA_224 -> BSIObjectIdentifiers.ecdsa_plain_SHA224;
                    case SHA_256 -> BSIObjectIdentifiers.ecdsa_plain_SHA256;
                    case SHA_384 -> BSIObjectIdentifiers.ecdsa_plain_SHA384;
                    case SHA_512 -> BSIObjectIdentifiers.ecdsa_plain_SHA512;
                });
    }

    private AlgorithmIdentifier dsa() {
        return new AlgorithmIdentifier(
                switch (hash) {
                    case SHA_1 -> X9ObjectIdentifiers.id_dsa_with_sha1;
                    case SHA_224 -> NISTObjectIdentifiers.dsa_with_sha224;
                    case SHA_256 -> NISTObjectIdentifiers.dsa_with_sha256;
                    default -> throw new IllegalStateException("no document is signed with DSA and " + hash.word());
                });
    }

    private AlgorithmIdentifier ecdsa() {
        return new AlgorithmIdentifier(
                switch (hash) {
                    case SHA_1 -> X9ObjectIdentifiers.ecdsa_with_SHA1;
                    case SHA_224 -> X9ObjectIdentifiers.ecdsa_with_SHA224;
                    case SHA_256 -> X9ObjectIdentifiers.ecdsa_with_SHA256;
                    case SHA_384 -> X9ObjectIdentifiers.ecdsa_with_SHA384;
                    case SHA_512 -> X9ObjectIdentifiers.ecdsa_with_SHA512;
                });
    }

    private AlgorithmIdentifier rsa() {
        return new AlgorithmIdentifier(
                switch (hash) {
                    case SHA_1 -> PKCSObjectIdentifiers.sha1WithRSAEncryption;
                    case SHA_224 -> PKCSObjectIdentifiers.sha224WithRSAEncryption;
                    case SHA_256 -> PKCSObjectIdentifiers.sha256WithRSAEncryption;
                    case SHA_384 -> PKCSObjectIdentifiers.sha384WithRSAEncryption;
                    case SHA_512 -> PKCSObjectIdentifiers.sha512WithRSAEncryption;
                },
                DERNull.INSTANCE);
    }

    private AlgorithmIdentifier pss() {
        AlgorithmIdentifier withNull = new AlgorithmIdentifier(hash.identifier().getAlgorithm(), DERNull.INSTANCE);
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSASSA_PSS,
                new RSASSAPSSparams(
                        withNull,
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, withNull),
                        new ASN1Integer(hash.digest().getDigestSize()),
                        new ASN1Integer(BigInteger.ONE)));
    }
}
