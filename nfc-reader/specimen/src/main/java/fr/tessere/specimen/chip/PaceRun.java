package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.StatusWord;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The steps of one run of PACE: nonce, mapping, key agreement, tokens (ICAO 9303-11 §4.4.3), and with chip authentication
 * mapping the proof that the chip has its static key.
 */
final class PaceRun {
    /** Of generic mapping; integrated mapping has its own. */
    private static final int NONCE_LENGTH = 16;

    private final PaceInfo info;
    private final Bytes passwordKey;
    private final Optional<BigInteger> staticKey;
    private final SecureRandom random;
    private Step step = Step.NONCE;
    private DomainGroup group;
    private Bytes nonce = Bytes.EMPTY;
    private BigInteger mappingKey = BigInteger.ZERO;
    private Bytes ownKey = Bytes.EMPTY;
    private Bytes terminalKey = Bytes.EMPTY;
    private Bytes secret = Bytes.EMPTY;

    private enum Step {
        NONCE,
        MAPPING,
        AGREEMENT,
        TOKENS
    }

    /**
     * A run that has not begun.
     *
     * @param passwordKey encrypts the nonce
     * @param staticKey of chip authentication mapping, on the same curve; empty with another mapping
     */
    PaceRun(PaceInfo info, DomainGroup group, Bytes passwordKey, Optional<BigInteger> staticKey, SecureRandom random) {
        this.info = info;
        this.group = group;
        this.passwordKey = passwordKey;
        this.staticKey = staticKey;
        this.random = random;
    }

    boolean isFirstStep() {
        return step == Step.NONCE;
    }

    boolean isLastStep() {
        return step == Step.TOKENS;
    }

    /** Carries out the next of the first three steps and gives its answer. */
    StrictTlv advance(DataObjects objects) throws MisuseException {
        return switch (step) {
            case NONCE -> encryptedNonce(objects);
            case MAPPING -> map(objects.only(0x81));
            case AGREEMENT -> agree(objects.only(0x83));
            case TOKENS -> throw new MisuseException(StatusWord.CONDITIONS_NOT_SATISFIED);
        };
    }

    /** True if the terminal's token proves that it derived the same keys. */
    boolean isTokenOfTerminal(Bytes token) {
        return sessionKeys().token(publicKeyObject(ownKey)).equals(token);
    }

    /** The proof that the chip derived the same keys, 8 bytes. */
    Bytes tokenOfChip() {
        return sessionKeys().token(publicKeyObject(terminalKey));
    }

    /**
     * The encrypted chip authentication data (§4.4.3.5), where this is chip authentication mapping: the number that turns
     * the static public key into the mapping key that the chip used.
     */
    Optional<Bytes> chipAuthenticationData() {
        return staticKey.map(key -> ChipMappingProof.of(key, mappingKey, group.order(), sessionKeys()));
    }

    SessionKeys sessionKeys() {
        return SessionKeys.derive(info.cipher(), secret);
    }

    private StrictTlv encryptedNonce(DataObjects objects) throws MisuseException {
        MisuseException.require(objects.isEmpty(), StatusWord.WRONG_DATA);
        boolean integrated = info.mapping().isIntegrated();
        byte[] drawn = new byte[integrated ? PseudoRandomFunction.nonceLength(info.cipher()) : NONCE_LENGTH];
        random.nextBytes(drawn);
        nonce = Bytes.of(drawn);
        step = Step.MAPPING;
        return new StrictTlv(0x80, BlockCiphers.encrypt(info.cipher(), passwordKey, nonce));
    }

    private StrictTlv map(Bytes terminalData) throws MisuseException {
        if (info.mapping().isIntegrated()) {
            MisuseException.require(terminalData.length() == info.cipher().keyLength(), StatusWord.WRONG_DATA);
            group = group.integrated(PseudoRandomFunction.element(info.cipher(), nonce, terminalData, group.modulus()));
            step = Step.AGREEMENT;
            return new StrictTlv(0x82, Bytes.EMPTY);
        }
        mappingKey = group.privateKey(random);
        Bytes own = group.publicKey(mappingKey);
        Bytes agreed = group.agree(mappingKey, terminalData);
        group = group.mapped(nonce, agreed);
        step = Step.AGREEMENT;
        return new StrictTlv(0x82, own);
    }

    private StrictTlv agree(Bytes terminalAgreementKey) throws MisuseException {
        BigInteger privateKey = group.privateKey(random);
        ownKey = group.publicKey(privateKey);
        terminalKey = terminalAgreementKey;
        MisuseException.require(!ownKey.equals(terminalKey), StatusWord.WRONG_DATA);
        secret = group.secret(group.agree(privateKey, terminalKey));
        step = Step.TOKENS;
        return new StrictTlv(0x84, ownKey);
    }

    private Bytes publicKeyObject(Bytes publicKey) {
        Bytes oid = new StrictTlv(0x06, info.protocol()).encode();
        Bytes key = new StrictTlv(group.publicKeyTag(), publicKey).encode();
        return new StrictTlv(0x7F49, Bytes.concat(oid, key)).encode();
    }
}
