package fr.tessere.citizen.mail;

import fr.tessere.citizen.account.EmailProofs;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.protocol.reading.RefusalCode;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.validation.Validation;

/** Sends the link that confirms an address. Until it is used the account has no address, or the one it had. */
public final class AddressProof {
    /** Characters of an address (RFC 5321 §4.5.3.1.3). */
    private static final int LONGEST = 254;

    private final KeycloakSession session;
    private final Reception reception;

    public AddressProof(KeycloakSession session, Reception reception) {
        this.session = session;
        this.reception = reception;
    }

    /** Empty if the message is on its way, else why not. */
    public Optional<RefusalCode> begin(UserModel account, String address) {
        boolean strange = address.length() > LONGEST || address.chars().anyMatch(Character::isISOControl);
        if (strange || !Validation.isEmailValid(address)) {
            return Optional.of(RefusalCode.EMAIL_MALFORMED);
        }
        Post post = new Post(session);
        if (!post.turn(account, Message.CONFIRM_ADDRESS)) {
            return Optional.of(RefusalCode.MAIL_TOO_SOON);
        }
        String token = new EmailProofs(session).begin(account, address, reception.random(), reception.now());
        return post.send(account, address, Message.CONFIRM_ADDRESS, link(token))
                ? Optional.empty()
                : Optional.of(RefusalCode.MAIL_NOT_SENT);
    }

    private String link(String token) {
        UriBuilder address = session.getContext().getUri().getBaseUriBuilder();
        return address.path("realms")
                .path(session.getContext().getRealm().getName())
                .path(ConfirmResourceFactory.ID)
                .path("confirm")
                .queryParam("token", token)
                .build()
                .toString();
    }
}
