package fr.tessere.keycloak.login;

import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.journal.sequence.Ticks;
import fr.tessere.keycloak.reading.BoundedWork;
import fr.tessere.keycloak.reading.Equipment;
import fr.tessere.keycloak.settings.KeyHolder;
import fr.tessere.keycloak.settings.Secret;
import fr.tessere.keycloak.settings.SettingException;
import fr.tessere.keycloak.settings.SettingsReader;
import fr.tessere.keycloak.settings.StatusSettings;
import fr.tessere.keycloak.settings.TrustSettings;
import fr.tessere.keycloak.status.StatusEquipment;
import fr.tessere.verification.ChipVerification;
import fr.tessere.verification.SealingKey;
import fr.tessere.verification.VerificationSettings;
import fr.tessere.verification.assurance.AssurancePolicy;
import fr.tessere.verification.trust.TrustAnchors;
import fr.tessere.verification.trust.TrustFolder;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Composition root of the extensions: reads the settings once and builds what every reading uses. */
public final class TessereResourceFactory implements RealmResourceProviderFactory, KeyHolder, JournalEquipment.Holder {
    private static final Logger LOG = Logger.getLogger("fr.tessere.settings");

    private @Nullable Equipment equipment;
    private @Nullable Secret secret;
    private @Nullable JournalEquipment journal;
    private @Nullable Ticks ticks;

    static TessereResourceFactory of(KeycloakSession session) {
        return (TessereResourceFactory) KeyHolder.of(session);
    }

    @Override
    public void init(Config.Scope config) {
        try {
            SettingsReader settings = new SettingsReader(config::get);
            Secret read = settings.secret();
            SecureRandom random = new SecureRandom();
            StatusSettings status = settings.status();
            ChipVerification verification = verification(settings.trust(), status, read, random);
            AssurancePolicy policy = AssurancePolicy.defaults();
            equipment = new Equipment(
                    verification,
                    policy,
                    random,
                    settings.reading(),
                    BoundedWork.ofThisMachine(),
                    StatusEquipment.of(read, status, policy));
            journal = settings.journal().equipment(read, random, Clock.systemUTC());
            secret = read;
        } catch (SettingException wrong) {
            LOG.fatal("Tessère does not start: " + wrong.getMessage());
            throw wrong;
        }
    }

    private static ChipVerification verification(
            TrustSettings trust, StatusSettings status, Secret secret, SecureRandom random) {
        try {
            TrustAnchors anchors = TrustFolder.load(trust.folder());
            LOG.infof("trust anchors of %s, version %s", trust.folder(), anchors.version());
            VerificationSettings defaults = VerificationSettings.defaults();
            return new ChipVerification(
                    anchors,
                    new SealingKey(secret.key("tessere sealed readings")),
                    random,
                    new VerificationSettings(defaults.rounds(), trust.expiredSpecimens(), status.expiredDocuments()));
        } catch (IOException unreadable) {
            throw new SettingException("trust-folder: " + unreadable.getMessage());
        }
    }

    Equipment equipment() {
        return Objects.requireNonNull(equipment);
    }

    @Override
    public Secret secret() {
        return Objects.requireNonNull(secret);
    }

    @Override
    public JournalEquipment journal() {
        return Objects.requireNonNull(journal);
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new TessereResource(session, equipment());
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // the tables are there once the server has migrated them
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                ticks = new Ticks(factory, journal());
                ticks.start();
            }
        });
    }

    @Override
    public void close() {
        Equipment built = equipment;
        if (built != null) {
            built.work().close();
        }
        Ticks ticking = ticks;
        if (ticking != null) {
            ticking.close();
        }
    }
}
