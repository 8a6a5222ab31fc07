package fr.tessere.specimen.authority;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.authority.MessageDraft.Part;
import java.math.BigInteger;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;

/** What can be wrong with the numbers in a signature, or with what is said about them. */
public enum SignatureFault implements MessageChange {
    // ECDSA: SEQUENCE of r and s, each from 1 to the order of the group less 1
    R_ZERO(numbers -> numbers.with(BigInteger.ZERO, numbers.s())),
    S_ZERO(numbers -> numbers.with(numbers.r(), BigInteger.ZERO)),
    BOTH_ZERO(numbers -> numbers.with(BigInteger.ZERO, BigInteger.ZERO)),
    R_TOO_LARGE(numbers -> numbers.with(numbers.r().add(numbers.order()), numbers.s())),
    S_TOO_LARGE(numbers -> numbers.with(numbers.r(), numbers.s().add(numbers.order()))),
    R_NEGATIVE(numbers -> numbers.with(numbers.r().subtract(numbers.order()), numbers.s())),
    /** The greater of s and order - s: half of all honest signatures. */
    S_HIGH(numbers -> numbers.with(numbers.r(), numbers.s().max(numbers.order().subtract(numbers.s())))),
    S_LOW(numbers -> numbers.with(numbers.r(), numbers.s().min(numbers.order().subtract(numbers.s())))),
    /** A zero byte before r that DER does not allow. */
    R_NOT_SHORTEST(numbers -> numbers.written(signature -> {
        int length = signature.at(3);
        byte[] head = {0x30, (byte) (signature.at(1) + 2), 2, (byte) (length + 2), 0, 0};
        return Bytes.concat(Bytes.of(head), signature.from(4));
    })),
    BYTE_BEHIND(numbers -> numbers.written(signature -> Bytes.concat(signature, Bytes.of(new byte[1])))),
    THREE_NUMBERS(numbers -> numbers.written(signature -> {
        ASN1Sequence pair = ASN1Sequence.getInstance(signature.toArray());
        return CountrySigner.der(
                new DERSequence(new ASN1Encodable[] {pair.getObjectAt(0), pair.getObjectAt(1), new ASN1Integer(9303)}));
    })),

    // algorithm confusion
    /** Declares its hash, and signs the SHA-1 of the same bytes. */
    HASH_OTHER(draft -> {}, draft -> draft.signAgain(SignatureFault::withSha1)),
    /** Declares its hash; messageDigest is the SHA-1 of the content. */
    DIGEST_OTHER(draft -> draft.setDigest(HashAlgorithm.SHA_1.of(draft.content())), draft -> {}),
    /** Names RSA where an elliptic-curve key signs. */
    RSA_DECLARED(draft -> draft.put(Part.SIGNATURE_ALGORITHM, SignatureScheme.RSA_SHA256.identifier()), draft -> {}),
    /** Names the plain form, and writes a SEQUENCE. */
    PLAIN_DECLARED(
            draft -> draft.put(Part.SIGNATURE_ALGORITHM, SignatureScheme.ECDSA_PLAIN_SHA256.identifier()), draft -> {}),
    /** RSA-PSS without its parameters (RFC 4055 §3.1: they must be there). */
    PSS_PARAMETERS_MISSING(draft -> pss(draft, null), draft -> {}),
    /** RSA-PSS whose empty parameters stand for SHA-1. */
    PSS_PARAMETERS_EMPTY(draft -> pss(draft, new DERSequence()), draft -> {}),
    PSS_TRAILER_OTHER(draft -> pss(draft, parameters(HashAlgorithm.SHA_256, 32, 2)), draft -> {}),
    PSS_SALT_OTHER(draft -> pss(draft, parameters(HashAlgorithm.SHA_256, 20, 1)), draft -> {}),
    /** The mask is generated with another hash than declared. */
    PSS_MASK_OTHER(draft -> pss(draft, parameters(HashAlgorithm.SHA_384, 32, 1)), draft -> {}),
    /** PKCS#1 v1.5 under the name of RSA-PSS. */
    PSS_DECLARED(
            draft -> draft.put(Part.SIGNATURE_ALGORITHM, SignatureScheme.RSA_PSS_SHA256.identifier()), draft -> {}),

    // RSA without a private key
    /** The padded hash itself: a signature under the exponent 1. */
    EXPONENT_ONE(draft -> {}, draft -> draft.setSignature(Bytes.of(padded(draft, 256)))),
    /** A cube that begins with the padded hash and ends with garbage (Bleichenbacher 2006), for the exponent 3. */
    GARBAGE_BEHIND_HASH(draft -> {}, draft -> draft.setSignature(cubeRoot(draft)));

    private final Consumer<MessageDraft> before;
    private final Consumer<MessageDraft> after;

    SignatureFault(UnaryOperator<Numbers> change) {
        this(
                draft -> {},
                draft -> draft.setSignature(change.apply(Numbers.of(draft)).encoded()));
    }

    SignatureFault(Consumer<MessageDraft> before, Consumer<MessageDraft> after) {
        this.before = before;
        this.after = after;
    }

    /** The word used on the command line, for example {@code r-zero}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void before(MessageDraft draft) {
        before.accept(draft);
    }

    @Override
    public void after(MessageDraft draft) {
        after.accept(draft);
    }

    /** The two numbers, the order of their group, and how they are written. */
    private record Numbers(BigInteger r, BigInteger s, BigInteger order, UnaryOperator<Bytes> writing) {
        static Numbers of(MessageDraft draft) {
            ASN1Sequence pair = ASN1Sequence.getInstance(draft.signature().toArray());
            return new Numbers(
                    ASN1Integer.getInstance(pair.getObjectAt(0)).getValue(),
                    ASN1Integer.getInstance(pair.getObjectAt(1)).getValue(),
                    draft.signer().key().order(),
                    signature -> signature);
        }

        Numbers with(BigInteger otherR, BigInteger otherS) {
            return new Numbers(otherR, otherS, order, writing);
        }

        Numbers written(UnaryOperator<Bytes> other) {
            return new Numbers(r, s, order, other);
        }

        Bytes encoded() {
            return writing.apply(
                    CountrySigner.der(new DERSequence(new ASN1Encodable[] {new ASN1Integer(r), new ASN1Integer(s)})));
        }
    }

    private static SignatureScheme withSha1(SignatureScheme scheme) {
        return SignatureScheme.valueOf(scheme.name().substring(0, scheme.name().lastIndexOf('_')) + "_SHA1");
    }

    private static void pss(MessageDraft draft, @org.jspecify.annotations.Nullable ASN1Encodable parameters) {
        draft.put(
                Part.SIGNATURE_ALGORITHM,
                parameters == null
                        ? new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS)
                        : new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, parameters));
    }

    private static RSASSAPSSparams parameters(HashAlgorithm mask, int salt, int trailer) {
        return new RSASSAPSSparams(
                HashAlgorithm.SHA_256.identifier(),
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, mask.identifier()),
                new ASN1Integer(salt),
                new ASN1Integer(trailer));
    }

    private static Bytes digestInfo(MessageDraft draft) {
        HashAlgorithm hash = draft.signer().scheme().hash();
        AlgorithmIdentifier withNull = new AlgorithmIdentifier(hash.identifier().getAlgorithm(), DERNull.INSTANCE);
        return CountrySigner.der(new DigestInfo(
                withNull, new DEROctetString(hash.of(draft.signed()).toArray()).getOctets()));
    }

    /** 00 01 FF … FF 00 and the hash (RFC 8017 §9.2). */
    private static byte[] padded(MessageDraft draft, int length) {
        Bytes info = digestInfo(draft);
        byte[] all = new byte[length];
        java.util.Arrays.fill(all, 2, length - info.length() - 1, (byte) 0xFF);
        all[1] = 1;
        System.arraycopy(info.toArray(), 0, all, length - info.length(), info.length());
        return all;
    }

    /** The smallest number whose cube begins with 00 01 FF*8 00, the hash, and whatever follows. */
    private static Bytes cubeRoot(MessageDraft draft) {
        Bytes info = digestInfo(draft);
        byte[] wanted = new byte[256];
        byte[] head = Bytes.ofHex("0001FFFFFFFFFFFFFFFF00").toArray();
        System.arraycopy(head, 0, wanted, 0, head.length);
        System.arraycopy(info.toArray(), 0, wanted, head.length, info.length());
        BigInteger target = new BigInteger(1, wanted);
        BigInteger low = BigInteger.ZERO;
        BigInteger high = BigInteger.ONE.shiftLeft(700);
        while (low.compareTo(high) < 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (middle.pow(3).compareTo(target) < 0) {
                low = middle.add(BigInteger.ONE);
            } else {
                high = middle;
            }
        }
        byte[] root = low.toByteArray();
        byte[] signature = new byte[256];
        System.arraycopy(root, 0, signature, 256 - root.length, root.length);
        return Bytes.of(signature);
    }
}
