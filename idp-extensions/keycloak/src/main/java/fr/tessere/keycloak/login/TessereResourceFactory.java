package fr.tessere.keycloak.login;

import fr.tessere.journal.alert.AlertBook;
import fr.tessere.journal.alert.AlertSettings;
import fr.tessere.journal.alert.AlertTicks;
import fr.tessere.journal.keys.JournalEquipment;
import fr.tessere.journal.known.KnownTicks;
import fr.tessere.journal.known.Subject;
import fr.tessere.journal.sequence.Ticks;
import fr.tessere.keycloak.officer.OfficerResource;
import fr.tessere.keycloak.proposal.ConfirmedSigners;
import fr.tessere.keycloak.proposal.FourEyes;
import fr.tessere.keycloak.proposal.OldActs;
import fr.tessere.keycloak.proposal.ProposalTicks;
import fr.tessere.keycloak.reading.BoundedWork;
import fr.tessere.keycloak.reading.Equipment;
import fr.tessere.keycloak.reading.TrustWatch;
import fr.tessere.keycloak.settings.Deciding;
import fr.tessere.keycloak.settings.KeyHolder;
import fr.tessere.keycloak.settings.OfficerSettings;
import fr.tessere.keycloak.settings.Secret;
import fr.tessere.keycloak.settings.SettingException;
import fr.tessere.keycloak.settings.SettingsReader;
import fr.tessere.keycloak.settings.StatusSettings;
import fr.tessere.keycloak.settings.TrustSettings;
import fr.tessere.keycloak.status.StatusEquipment;
import fr.tessere.operations.stream.Collector;
import fr.tessere.operations.stream.Streaming;
import fr.tessere.operations.vitals.Vitals;
import fr.tessere.verification.ChipVerification;
import fr.tessere.verification.SealingKey;
import fr.tessere.verification.VerificationSettings;
import fr.tessere.verification.assurance.AssurancePolicy;
import fr.tessere.verification.trust.TrustKeeper;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Composition root of the extensions: reads the settings once and builds what every reading uses. */
public final class TessereResourceFactory
        implements RealmResourceProviderFactory, KeyHolder, JournalEquipment.Holder, Vitals.Holder {
    private static final Logger LOG = Logger.getLogger("fr.tessere.settings");

    private @Nullable Equipment equipment;
    private @Nullable Secret secret;
    private @Nullable JournalEquipment journal;
    private @Nullable Ticks ticks;
    private @Nullable TrustWatch trust;
    private @Nullable TrustSettings anchors;
    private @Nullable OfficerSettings officers;
    private @Nullable ProposalTicks proposals;
    private @Nullable AlertSettings alerts;
    private @Nullable AlertTicks watching;
    private Optional<Collector> collector = Optional.empty();
    private @Nullable Streaming streaming;
    private @Nullable Vitals vitals;
    private @Nullable Deciding deciding;
    private @Nullable KnownTicks comparing;

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
            TrustSettings folder = settings.trust();
            TrustWatch watch = watch(folder);
            AssurancePolicy policy = AssurancePolicy.defaults();
            equipment = new Equipment(
                    verification(watch, folder, status, read, random),
                    policy,
                    random,
                    settings.reading(),
                    BoundedWork.ofThisMachine(),
                    StatusEquipment.of(read, status, policy));
            journal = settings.journal().equipment(read, random, Clock.systemUTC());
            officers = settings.officers();
            alerts = settings.alerts();
            collector = settings.collector();
            deciding = new Deciding(folder, status, officers(), Objects.requireNonNull(alerts), collector);
            trust = watch;
            anchors = folder;
            secret = read;
        } catch (SettingException wrong) {
            LOG.fatal("Tessère does not start: " + wrong.getMessage());
            throw wrong;
        }
    }

    private static TrustWatch watch(TrustSettings trust) {
        try {
            return TrustWatch.over(TrustKeeper.open(trust.folder(), Instant.now()), InstantSource.system());
        } catch (IOException unreadable) {
            throw new SettingException("trust-folder: %s cannot be read".formatted(trust.folder()));
        }
    }

    private static ChipVerification verification(
            TrustWatch watch, TrustSettings trust, StatusSettings status, Secret secret, SecureRandom random) {
        VerificationSettings defaults = VerificationSettings.defaults();
        return new ChipVerification(
                watch.keeper(),
                new SealingKey(secret.key("tessere sealed readings")),
                random,
                new VerificationSettings(defaults.rounds(), trust.expiredSpecimens(), status.expiredDocuments()));
    }

    Equipment equipment() {
        return Objects.requireNonNull(equipment);
    }

    /** What is trusted, as the folder says at this moment. */
    TrustKeeper trust() {
        return Objects.requireNonNull(trust).keeper();
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
    public Optional<Vitals> vitals() {
        return Optional.ofNullable(vitals);
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
                ticks = new Ticks(
                        factory,
                        journal(),
                        Stream.concat(AlertBook.OLD.stream(), OldActs.OLD.stream())
                                .toList());
                ticks.start();
                trust().confirmedBesides(() -> KeycloakModelUtils.runJobInTransactionWithResult(
                        factory, session -> new ConfirmedSigners(session).fingerprints()));
                proposals = new ProposalTicks(factory, this::ofNobody);
                proposals.start();
                watching = new AlertTicks(factory, journal(), Objects.requireNonNull(alerts));
                watching.start();
                streaming = collector
                        .map(siem -> Streaming.begin(
                                factory, siem, Clock.systemUTC(), journal().tick()))
                        .orElse(null);
                vitals = Vitals.begin(
                        factory, trust()::state, Objects.requireNonNull(anchors).oldest(), Clock.systemUTC());
                comparing = comparing(factory, Objects.requireNonNull(trust));
            }
        });
    }

    private FourEyes ofNobody(KeycloakSession session) {
        return OfficerResource.ofNobody(session, equipment().status(), officers(), Instant.now());
    }

    private KnownTicks comparing(KeycloakSessionFactory factory, TrustWatch watch) {
        KnownTicks ticking =
                new KnownTicks(factory, Map.of(Subject.TRUST, watch::facts, Subject.SETTINGS, this::settings));
        watch.onChange(ticking::soon);
        ticking.start();
        return ticking;
    }

    private Map<String, String> settings() {
        return Objects.requireNonNull(deciding)
                .facts(journal(), equipment().policy().version());
    }

    /** How officers decide together. */
    OfficerSettings officers() {
        return Objects.requireNonNull(officers);
    }

    @Override
    public void close() {
        KnownTicks looking = comparing;
        if (looking != null) {
            looking.close();
        }
        Vitals gauges = vitals;
        if (gauges != null) {
            gauges.close();
        }
        Streaming handing = streaming;
        if (handing != null) {
            handing.close();
        }
        Equipment built = equipment;
        if (built != null) {
            built.work().close();
        }
        Ticks ticking = ticks;
        if (ticking != null) {
            ticking.close();
        }
        ProposalTicks ending = proposals;
        if (ending != null) {
            ending.close();
        }
        AlertTicks following = watching;
        if (following != null) {
            following.close();
        }
        if (trust != null) {
            trust.close();
        }
    }
}
