package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.StatusWord;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/** Basic Access Control: GET CHALLENGE, then EXTERNAL AUTHENTICATE (ICAO 9303-11 §4.3). */
final class BacSession {
    private static final SessionCipher CIPHER = SessionCipher.DES_EDE;
    private static final int CHALLENGE_LENGTH = 8;
    private static final int KEY_LENGTH = 16;
    private static final int CRYPTOGRAM_LENGTH = 32;

    private final Optional<SessionKeys> accessKeys;
    private final SecureRandom random;
    private final RetryDelay delay;
    private Bytes challenge = Bytes.EMPTY;

    BacSession(AccessSecrets secrets, SecureRandom random, RetryDelay delay) {
        this.accessKeys = secrets.mrz().map(BacSession::accessKeys);
        this.random = random;
        this.delay = delay;
    }

    void reset() {
        challenge = Bytes.EMPTY;
    }

    /** GET CHALLENGE: 8 random bytes, good for one try. */
    Outcome challenge(CommandApdu command) throws MisuseException {
        MisuseException.require(command.p1() == 0 && command.p2() == 0, StatusWord.WRONG_P1_P2);
        boolean fits = command.data().isEmpty() && command.expected() >= CHALLENGE_LENGTH;
        MisuseException.require(fits, StatusWord.WRONG_LENGTH);
        delay.beforeAttempt();
        challenge = draw(CHALLENGE_LENGTH);
        return Outcome.of(challenge);
    }

    /** EXTERNAL AUTHENTICATE: the terminal's cryptogram and checksum, answered with the chip's. */
    Outcome authenticate(CommandApdu command) throws MisuseException {
        Bytes asked = challenge;
        challenge = Bytes.EMPTY;
        MisuseException.require(command.p1() == 0 && command.p2() == 0, StatusWord.WRONG_P1_P2);
        MisuseException.require(!asked.isEmpty(), StatusWord.CONDITIONS_NOT_SATISFIED);
        MisuseException.require(command.data().length() == CRYPTOGRAM_LENGTH + 8, StatusWord.WRONG_LENGTH);
        SessionKeys keys = accessKeys.orElseThrow(() -> new MisuseException(StatusWord.CONDITIONS_NOT_SATISFIED));
        Bytes cryptogram = command.data().slice(0, CRYPTOGRAM_LENGTH);
        boolean checked = keys.token(cryptogram).equals(command.data().from(CRYPTOGRAM_LENGTH));
        Bytes content = BlockCiphers.decrypt(CIPHER, keys.encryption(), cryptogram);
        if (!checked || !content.slice(8, 16).equals(asked)) {
            delay.afterWrongCode();
            throw new MisuseException(StatusWord.VERIFICATION_FAILED);
        }
        delay.afterRightCode();
        return answer(keys, asked, content.slice(0, 8), content.from(16));
    }

    private Outcome answer(SessionKeys keys, Bytes ownChallenge, Bytes otherChallenge, Bytes otherKey) {
        Bytes ownKey = draw(KEY_LENGTH);
        Bytes plain = Bytes.concat(ownChallenge, otherChallenge, ownKey);
        Bytes cryptogram = BlockCiphers.encrypt(CIPHER, keys.encryption(), plain);
        SessionKeys session = SessionKeys.derive(CIPHER, exclusiveOr(otherKey, ownKey));
        Bytes counter = Bytes.concat(ownChallenge.from(4), otherChallenge.from(4));
        return Outcome.of(Bytes.concat(cryptogram, keys.token(cryptogram)), new SecureMessaging(session, counter));
    }

    private Bytes draw(int length) {
        byte[] drawn = new byte[length];
        random.nextBytes(drawn);
        return Bytes.of(drawn);
    }

    private static SessionKeys accessKeys(MrzInformation mrz) {
        Bytes hash = KeyDerivation.sha1(Bytes.of(mrz.characters().getBytes(StandardCharsets.US_ASCII)));
        return SessionKeys.derive(CIPHER, hash.slice(0, 16));
    }

    private static Bytes exclusiveOr(Bytes one, Bytes other) {
        byte[] result = one.toArray();
        for (int i = 0; i < result.length; i++) {
            result[i] ^= (byte) other.at(i);
        }
        return Bytes.of(result);
    }
}
