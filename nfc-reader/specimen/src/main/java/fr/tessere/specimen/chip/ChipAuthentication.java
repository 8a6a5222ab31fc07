package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.StatusWord;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Chip Authentication (ICAO 9303-11 §6.2): the chip agrees on a secret with its static key, and secure messaging begins
 * anew with it. 3DES in one command (MSE:Set KAT), any cipher in two (MSE:Set AT, GENERAL AUTHENTICATE).
 */
final class ChipAuthentication {
    private final List<StaticKey> keys;
    private @Nullable StaticKey selected;

    ChipAuthentication(List<ChipAuthenticationKey> keys) {
        this.keys = keys.stream().map(StaticKey::of).toList();
    }

    void reset() {
        selected = null;
    }

    /** MSE:Set AT: 80 protocol, 84 key identifier where there are several keys. */
    Outcome select(CommandApdu command) throws MisuseException {
        selected = null;
        DataObjects objects = DataObjects.read(command.data());
        ChipAuthenticationSuite suite = suite(objects.required(0x80));
        selected = key(objects.value(0x84), key -> key.suite == suite);
        return Outcome.done();
    }

    /** GENERAL AUTHENTICATE: 80 the terminal's ephemeral public key. */
    Outcome agree(CommandApdu command) throws MisuseException {
        StaticKey key = selected;
        selected = null;
        if (key == null) {
            throw new MisuseException(StatusWord.CONDITIONS_NOT_SATISFIED);
        }
        Bytes terminalKey = DataObjects.dynamicAuthentication(command.data()).only(0x80);
        return Outcome.of(Bytes.ofHex("7C00"), key.channelWith(terminalKey));
    }

    /** MSE:Set KAT: 91 the terminal's ephemeral public key, 84 key identifier where there are several keys. */
    Outcome selectAndAgree(CommandApdu command) throws MisuseException {
        selected = null;
        DataObjects objects = DataObjects.read(command.data());
        Bytes terminalKey = objects.required(0x91);
        StaticKey key = key(objects.value(0x84), candidate -> candidate.suite.cipher() == SessionCipher.DES_EDE);
        return Outcome.of(Bytes.EMPTY, key.channelWith(terminalKey));
    }

    private StaticKey key(Optional<Bytes> identifier, Predicate<StaticKey> suitable) throws MisuseException {
        List<StaticKey> found = keys.stream()
                .filter(suitable)
                .filter(key -> identifier.isEmpty() || key.isCalled(identifier.get()))
                .toList();
        MisuseException.require(found.size() == 1, StatusWord.REFERENCE_NOT_FOUND);
        return found.get(0);
    }

    private static ChipAuthenticationSuite suite(Bytes oid) throws MisuseException {
        for (ChipAuthenticationSuite suite : ChipAuthenticationSuite.values()) {
            if (encoded(suite).equals(oid)) {
                return suite;
            }
        }
        throw new MisuseException(StatusWord.WRONG_DATA);
    }

    private static Bytes encoded(ChipAuthenticationSuite suite) {
        try {
            return Bytes.of(new ASN1ObjectIdentifier(suite.oid()).getEncoded()).from(2);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record StaticKey(
            Optional<Integer> identifier, ChipAuthenticationSuite suite, DomainGroup group, BigInteger number) {
        static StaticKey of(ChipAuthenticationKey key) {
            PrivateKeys.Agreement agreement = PrivateKeys.agreement(key.privateKey());
            return new StaticKey(key.keyId(), key.suite(), agreement.group(), agreement.number());
        }

        boolean isCalled(Bytes wanted) {
            BigInteger number = new BigInteger(1, wanted.toArray());
            return identifier.map(own -> BigInteger.valueOf(own).equals(number)).orElse(false);
        }

        SecureMessaging channelWith(Bytes terminalKey) throws MisuseException {
            Bytes secret = group.secret(group.agree(number, terminalKey));
            return SecureMessaging.fromZero(SessionKeys.derive(suite.cipher(), secret));
        }
    }
}
