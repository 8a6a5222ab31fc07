package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.StatusWord;
import java.math.BigInteger;
import java.security.SecureRandom;

/** The steps of one run of PACE with generic mapping: nonce, mapping, key agreement, tokens (ICAO 9303-11 §4.4.3). */
final class PaceRun {
    private static final int NONCE_LENGTH = 16;

    private final PaceInfo info;
    private final Bytes passwordKey;
    private final SecureRandom random;
    private Step step = Step.NONCE;
    private DomainGroup group;
    private Bytes nonce = Bytes.EMPTY;
    private Bytes ownKey = Bytes.EMPTY;
    private Bytes terminalKey = Bytes.EMPTY;
    private Bytes secret = Bytes.EMPTY;

    private enum Step {
        NONCE,
        MAPPING,
        AGREEMENT,
        TOKENS
    }

    PaceRun(PaceInfo info, DomainGroup group, Bytes passwordKey, SecureRandom random) {
        this.info = info;
        this.group = group;
        this.passwordKey = passwordKey;
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

    SessionKeys sessionKeys() {
        return SessionKeys.derive(info.cipher(), secret);
    }

    private StrictTlv encryptedNonce(DataObjects objects) throws MisuseException {
        MisuseException.require(objects.isEmpty(), StatusWord.WRONG_DATA);
        byte[] drawn = new byte[NONCE_LENGTH];
        random.nextBytes(drawn);
        nonce = Bytes.of(drawn);
        step = Step.MAPPING;
        return new StrictTlv(0x80, BlockCiphers.encrypt(info.cipher(), passwordKey, nonce));
    }

    private StrictTlv map(Bytes terminalMappingKey) throws MisuseException {
        BigInteger mappingKey = group.privateKey(random);
        Bytes own = group.publicKey(mappingKey);
        Bytes agreed = group.agree(mappingKey, terminalMappingKey);
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
