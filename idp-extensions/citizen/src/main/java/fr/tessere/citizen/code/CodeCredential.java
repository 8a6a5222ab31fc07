package fr.tessere.citizen.code;

import fr.tessere.keycloak.settings.KeyHolder;
import fr.tessere.keycloak.settings.Secret;
import fr.tessere.protocol.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialInputValidator;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * The personal code as a credential of Keycloak. Six digits are soon tried out by whoever has the hash, so what is hashed
 * (argon2id, Keycloak's own provider) is their HMAC under a key of the installation's secret, bound to the account: the
 * database alone is of no use.
 */
public final class CodeCredential implements CredentialProvider<CredentialModel>, CredentialInputValidator {
    /** Type of the credential. */
    public static final String TYPE = "tessere-code";

    private static final String HASH = "argon2";

    private final KeycloakSession session;

    CodeCredential(KeycloakSession session) {
        this.session = session;
    }

    /** Gives the account this code, in place of one that it may have. */
    public static void set(KeycloakSession session, UserModel account, String code) {
        CodeCredential provider = new CodeCredential(session);
        account.credentialManager()
                .getStoredCredentialsByTypeStream(TYPE)
                .map(CredentialModel::getId)
                .toList()
                .forEach(account.credentialManager()::removeStoredCredentialById);
        CredentialModel hashed = provider.hash().encodedCredential(provider.keyed(account, code), -1);
        hashed.setType(TYPE);
        hashed.setCreatedDate(Time.currentTimeMillis());
        account.credentialManager().createStoredCredential(hashed);
    }

    /** True if the account has a code. */
    public static boolean isSet(UserModel account) {
        return account.credentialManager().isConfiguredFor(TYPE);
    }

    /** When the account's code was chosen. */
    public static Optional<Instant> since(UserModel account) {
        return account.credentialManager()
                .getStoredCredentialsByTypeStream(TYPE)
                .findFirst()
                .map(CredentialModel::getCreatedDate)
                .map(Instant::ofEpochMilli);
    }

    /** True if this is the account's code. */
    public static boolean isRight(UserModel account, String code) {
        return account.credentialManager().isValid(new UserCredentialModel("", TYPE, code));
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel account, CredentialInput input) {
        Optional<CredentialModel> stored = account.credentialManager()
                .getStoredCredentialsByTypeStream(TYPE)
                .findFirst();
        return stored.isPresent()
                && hash().verify(
                                keyed(account, input.getChallengeResponse()),
                                PasswordCredentialModel.createFromCredentialModel(stored.get()));
    }

    private String keyed(UserModel account, String code) {
        Bytes key = KeyHolder.of(session).secret().key("tessere personal code");
        return Secret.digest(key, Bytes.of((account.getId() + " " + code).getBytes(StandardCharsets.UTF_8)))
                .toHex();
    }

    private PasswordHashProvider hash() {
        return session.getProvider(PasswordHashProvider.class, HASH);
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public boolean supportsCredentialType(String type) {
        return TYPE.equals(type);
    }

    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel account, String type) {
        return TYPE.equals(type)
                && account.credentialManager()
                        .getStoredCredentialsByTypeStream(TYPE)
                        .findAny()
                        .isPresent();
    }

    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel account, CredentialModel credential) {
        return account.credentialManager().createStoredCredential(credential);
    }

    @Override
    public boolean deleteCredential(RealmModel realm, UserModel account, String id) {
        return account.credentialManager().removeStoredCredentialById(id);
    }

    @Override
    public CredentialModel getCredentialFromModel(CredentialModel model) {
        return model;
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return CredentialTypeMetadata.builder()
                .type(TYPE)
                .category(CredentialTypeMetadata.Category.TWO_FACTOR)
                .displayName("tessere-code")
                .helpText("tessere-code")
                .removeable(false)
                .build(session);
    }
}
