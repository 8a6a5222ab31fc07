package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.bytes.StrictTlv;
import fr.tessere.protocol.card.CommandApdu;
import fr.tessere.protocol.card.FileId;
import fr.tessere.protocol.card.StatusWord;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PACE from MSE:Set AT to the secure channel (ICAO 9303-11 §4.4.4): which run is under way, and what opens it. */
final class PaceSession {
    private static final int CHAINING = 0x10;

    private final List<PaceInfo> infos;
    private final AccessSecrets secrets;
    private final List<ChipMappingKey> mappingKeys;
    private final SecureRandom random;
    private final RetryDelay delay;
    private @Nullable PaceRun run;

    PaceSession(ChipContents contents, SecureRandom random, RetryDelay delay) {
        this.infos = PaceInfo.in(contents.files().getOrDefault(FileId.CARD_ACCESS, Bytes.EMPTY));
        this.secrets = contents.secrets();
        this.mappingKeys = contents.chipMapping();
        this.random = random;
        this.delay = delay;
    }

    void reset() {
        run = null;
    }

    boolean isUnderWay() {
        return run != null;
    }

    /** MSE:Set AT for mutual authentication: 80 protocol, 83 password, 84 domain parameters where ambiguous. */
    Outcome select(CommandApdu command) throws MisuseException {
        run = null;
        DataObjects objects = DataObjects.read(command.data());
        PaceInfo info = info(objects.required(0x80), objects.value(0x84));
        Bytes password = password(objects.required(0x83));
        DomainGroup group = StandardGroups.group(info.parameterId(), info.mapping())
                .orElseThrow(() -> new MisuseException(StatusWord.REFERENCE_NOT_FOUND));
        Bytes passwordKey = KeyDerivation.derive(info.cipher(), password, KeyDerivation.PASSWORD);
        run = new PaceRun(info, group, passwordKey, staticKey(info), random);
        return Outcome.done();
    }

    /** One GENERAL AUTHENTICATE; any failure ends the run. */
    Outcome step(CommandApdu command) throws MisuseException {
        PaceRun current = run;
        if (current == null) {
            throw new MisuseException(StatusWord.CONDITIONS_NOT_SATISFIED);
        }
        run = null;
        boolean chained = (command.cla() & CHAINING) != 0;
        MisuseException.require(chained != current.isLastStep(), StatusWord.CONDITIONS_NOT_SATISFIED);
        if (current.isFirstStep()) {
            delay.beforeAttempt();
        }
        DataObjects objects = DataObjects.dynamicAuthentication(command.data());
        if (current.isLastStep()) {
            return finish(current, objects);
        }
        StrictTlv answer = current.advance(objects);
        run = current;
        return Outcome.of(new StrictTlv(0x7C, answer.encode()).encode());
    }

    private Outcome finish(PaceRun current, DataObjects objects) throws MisuseException {
        if (!current.isTokenOfTerminal(objects.only(0x85))) {
            delay.afterWrongCode();
            throw new MisuseException(StatusWord.VERIFICATION_FAILED);
        }
        delay.afterRightCode();
        Bytes token = new StrictTlv(0x86, current.tokenOfChip()).encode();
        Bytes data = current.chipAuthenticationData()
                .map(encrypted -> new StrictTlv(0x8A, encrypted).encode())
                .orElse(Bytes.EMPTY);
        Bytes answer = Bytes.concat(token, data);
        return Outcome.of(new StrictTlv(0x7C, answer).encode(), SecureMessaging.fromZero(current.sessionKeys()));
    }

    private Optional<BigInteger> staticKey(PaceInfo info) throws MisuseException {
        if (info.mapping() != PaceInfo.Mapping.ECDH_CHIP_AUTHENTICATION) {
            return Optional.empty();
        }
        for (ChipMappingKey key : mappingKeys) {
            if (key.parameterId() == info.parameterId()) {
                return Optional.of(PrivateKeys.agreement(key.privateKey()).number());
            }
        }
        throw new MisuseException(StatusWord.REFERENCE_NOT_FOUND);
    }

    private PaceInfo info(Bytes protocol, Optional<Bytes> parameters) throws MisuseException {
        List<PaceInfo> offered =
                infos.stream().filter(info -> info.protocol().equals(protocol)).toList();
        MisuseException.require(!offered.isEmpty(), StatusWord.WRONG_DATA);
        if (parameters.isEmpty()) {
            MisuseException.require(offered.size() == 1, StatusWord.REFERENCE_NOT_FOUND);
            return offered.get(0);
        }
        Bytes wanted = parameters.get();
        return offered.stream()
                .filter(info -> wanted.equals(Bytes.of((byte) info.parameterId())))
                .findFirst()
                .orElseThrow(() -> new MisuseException(StatusWord.REFERENCE_NOT_FOUND));
    }

    private Bytes password(Bytes reference) throws MisuseException {
        MisuseException.require(reference.length() == 1, StatusWord.WRONG_DATA);
        Optional<Bytes> password = switch (reference.at(0)) {
            case 1 -> secrets.mrz().map(mrz -> KeyDerivation.sha1(ascii(mrz.characters())));
            case 2 -> secrets.can().map(PaceSession::ascii);
            default -> Optional.empty();
        };
        return password.orElseThrow(() -> new MisuseException(StatusWord.REFERENCE_NOT_FOUND));
    }

    private static Bytes ascii(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
