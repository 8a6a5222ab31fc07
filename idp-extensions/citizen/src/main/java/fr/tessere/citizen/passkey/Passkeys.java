package fr.tessere.citizen.passkey;

import fr.tessere.citizen.account.KeptIdentities;
import fr.tessere.citizen.account.KeptIdentity;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keycloak.common.util.Base64Url;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** The passkeys of an account. */
public final class Passkeys {
    private static final String TYPE = WebAuthnCredentialModel.TYPE_PASSWORDLESS;

    private final UserModel account;
    private final KeptIdentities kept;

    public Passkeys(KeycloakSession session, UserModel account) {
        this.account = account;
        kept = new KeptIdentities(session, account);
    }

    /** All of them. */
    public List<Passkey> all() {
        return stored().map(this::passkey).toList();
    }

    /** The one that a browser showed, by the id that its authenticator has for it, Base64url. */
    Optional<Passkey> shown(String id) {
        byte[] wanted = Base64Url.decode(id);
        return stored().filter(one -> Arrays.equals(wanted, authenticatorsId(one)))
                .findFirst()
                .map(this::passkey);
    }

    /** Ids at the provider. */
    Set<String> ids() {
        return stored().map(CredentialModel::getId).collect(Collectors.toSet());
    }

    /** True if one of them is called so: Keycloak takes each name once. */
    boolean hasLabel(String label) {
        return stored().anyMatch(one -> label.equals(one.getUserLabel()));
    }

    /** This name, or with the next number behind it that makes it one that none of them has. */
    String freeLabel(String wish) {
        return Stream.concat(Stream.of(wish), IntStream.iterate(2, i -> i + 1).mapToObj(i -> wish + " " + i))
                .filter(label -> !hasLabel(label))
                .findFirst()
                .orElse(wish);
    }

    /** Remembers what stood behind each passkey that was not among these. */
    void keepForNew(Set<String> before, KeptIdentity origin) {
        Set<String> now = ids();
        kept.forgetAllBut(now);
        now.stream().filter(id -> !before.contains(id)).forEach(id -> kept.keep(id, origin));
    }

    /** Removes one of them, and what was kept for it; false if there is none with this id. */
    public boolean remove(String id) {
        boolean here = ids().contains(id);
        if (here) {
            account.credentialManager().removeStoredCredentialById(id);
            kept.forgetAllBut(ids());
        }
        return here;
    }

    private Stream<CredentialModel> stored() {
        return account.credentialManager().getStoredCredentialsByTypeStream(TYPE);
    }

    private static byte[] authenticatorsId(CredentialModel stored) {
        return Base64.getDecoder()
                .decode(WebAuthnCredentialModel.createFromCredentialModel(stored)
                        .getWebAuthnCredentialData()
                        .getCredentialId());
    }

    private Passkey passkey(CredentialModel stored) {
        return new Passkey(
                stored.getId(),
                Optional.ofNullable(stored.getUserLabel()).orElse(""),
                Instant.ofEpochMilli(
                        Optional.ofNullable(stored.getCreatedDate()).orElse(0L)),
                kept.find(stored.getId()));
    }

    /**
     * A passkey.
     *
     * @param id at the provider
     * @param label as its owner named it, may be empty
     * @param added when
     * @param kept the document behind it, and who that said the person is; empty if nobody knows
     */
    public record Passkey(String id, String label, Instant added, Optional<KeptIdentity> kept) {}
}
