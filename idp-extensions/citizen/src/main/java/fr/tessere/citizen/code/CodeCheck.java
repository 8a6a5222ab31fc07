package fr.tessere.citizen.code;

import fr.tessere.citizen.account.Tries;
import fr.tessere.citizen.account.Tries.Turn;
import fr.tessere.citizen.account.TryPolicy;
import fr.tessere.protocol.reading.RefusalCode;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** One try of a code: taken from the account first, given back if the code is right. */
public final class CodeCheck {
    private final UserModel account;
    private final Tries tries;

    public CodeCheck(KeycloakSession session, UserModel account) {
        this.account = account;
        tries = new Tries(session, TryPolicy.of(session.getContext().getRealm()));
    }

    /** Empty if this is the account's code, else why the person does not get on. */
    public Optional<RefusalCode> of(String code, Instant at) {
        if (!CodeRules.isCode(code)) {
            // nobody's code: no try is lost by a slip
            return Optional.of(RefusalCode.CODE_MALFORMED);
        }
        Turn turn = tries.take(account.getId(), at);
        if (!turn.granted()) {
            return standing(turn);
        }
        if (CodeCredential.isRight(account, code)) {
            tries.forget(account.getId());
            return Optional.empty();
        }
        return Optional.of(standing(tries.look(account.getId(), at)).orElse(RefusalCode.CODE_WRONG));
    }

    /** Why no code is looked at now; empty if one is. */
    public Optional<RefusalCode> standing(Instant at) {
        return standing(tries.look(account.getId(), at));
    }

    /** When the next code is looked at, if not now. */
    public Optional<Instant> next(Instant at) {
        return tries.look(account.getId(), at).next();
    }

    /** Wrong codes since the last right one. */
    public int wrong(Instant at) {
        return tries.look(account.getId(), at).wrong();
    }

    /** The account has a new code: what was tried before is not held against it. */
    public void forget() {
        tries.forget(account.getId());
    }

    private static Optional<RefusalCode> standing(Turn turn) {
        if (turn.blocked()) {
            return Optional.of(RefusalCode.CODE_BLOCKED);
        }
        return turn.granted() ? Optional.empty() : Optional.of(RefusalCode.CODE_DELAYED);
    }
}
