package fr.tessere.keycloak.login;

import fr.tessere.journal.record.Details;
import fr.tessere.keycloak.reading.Equipment;
import fr.tessere.keycloak.reading.Order;
import fr.tessere.keycloak.reading.Progress;
import fr.tessere.keycloak.reading.Tickets;
import fr.tessere.keycloak.token.Methods;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.assurance.AssuranceLevel;
import fr.tessere.verification.evidence.RefusedException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The browser-flow step "identity document": offers a reading, waits for it, and hands its result to the next step. */
final class IdentityDocumentAuthenticator implements Authenticator {
    private static final Logger LOG = Logger.getLogger("fr.tessere.login");
    private static final String STEP = "step";

    private final Equipment equipment;
    private final Desk desk;
    private final Pages pages;
    private final SignIn signIn;
    private final ServiceError serviceError;
    private final Reception reception;
    private final HolderStanding holder;

    IdentityDocumentAuthenticator(KeycloakSession session, TessereResourceFactory factory) {
        equipment = factory.equipment();
        desk = new Desk(session, equipment);
        pages = new Pages(session, desk);
        signIn = new SignIn(session, factory);
        serviceError = new ServiceError(session, desk.addresses());
        reception = Reception.of(session);
        holder = new HolderStanding(session);
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Service service = new Service(context.getAuthenticationSession());
        Optional<RefusalCode> inVain = inVain(context, service);
        if (inVain.isPresent()) {
            context.getEvent().error(inVain.get().word());
            context.challenge(pages.refused(context, inVain.get()));
            return;
        }
        if (readBefore(context, service)) {
            context.success();
            return;
        }
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        Tickets tickets =
                Desk.tickets(browser).or(() -> desk.reopened(browser)).orElseGet(() -> begin(context, service));
        go(context, service, tickets);
    }

    /** Why no reading leads to the level that is asked for: nobody's does here, or this person's does not. */
    private Optional<RefusalCode> inVain(AuthenticationFlowContext context, Service service) {
        if (!service.level().reachable(equipment.policy())) {
            return Optional.of(RefusalCode.LEVEL_NOT_REACHED);
        }
        boolean known = context.getUser() != null && service.level().needsHolder(equipment.policy());
        return known && !holder.compared(context.getUser())
                ? Optional.of(RefusalCode.HOLDER_NOT_COMPARED)
                : Optional.empty();
    }

    /** True if the session that is to be raised began with a document that counts for this level still. */
    private boolean readBefore(AuthenticationFlowContext context, Service service) {
        AssuranceLevel asked = service.level().level().orElse(AssuranceLevel.EIDAS3);
        Methods methods = reception.methods(context);
        return context.getUser() != null
                && !reception.mustRead(context.getAuthenticationSession())
                // the highest level counts in the sign-in in which it was reached, and so does its reading
                && !service.level().needsHolder(equipment.policy())
                && methods.reaches().reaches(asked)
                && methods.documentSince(reception.earliest(context, asked));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        String step = Optional.ofNullable(
                        context.getHttpRequest().getDecodedFormParameters().getFirst(STEP))
                .orElse("continue");
        switch (step) {
            case "leave" -> leave(context, Optional.empty());
            case "not-compared" -> leave(context, Optional.of(RefusalCode.HOLDER_NOT_COMPARED));
            case "passkey" -> byPasskey(context);
            case "again" -> again(context);
            default -> turn(context);
        }
    }

    private void again(AuthenticationFlowContext context) {
        Service service = new Service(context.getAuthenticationSession());
        if (inVain(context, service).isEmpty()) {
            begin(context, service);
        }
        turn(context);
    }

    /** The next step asks for it, where a passkey is enough. */
    private void byPasskey(AuthenticationFlowContext context) {
        if (reception.passkeyReaches(reception.asked(context.getAuthenticationSession()))) {
            context.attempted();
        } else {
            turn(context);
        }
    }

    /** A form is answered by the way to the page, so that loading the page anew sends nothing twice. */
    private void turn(AuthenticationFlowContext context) {
        context.challenge(reception.turn(context));
    }

    /** As far as the reading has come. */
    private void go(AuthenticationFlowContext context, Service service, Tickets tickets) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        Optional<Progress> progress = desk.readings().progress(tickets);
        WaitingState state = WaitingState.of(progress, desk.returned(browser, tickets), tickets.expires(), Desk.now());
        switch (state) {
            case READY -> complete(context, progress.orElseThrow());
            // the refusal of a reading stands in the event of the call that was refused
            case REFUSED -> context.challenge(pages.refused(context, refusal(progress)));
            case OVER -> {
                context.getEvent().error(refusal(progress).word());
                context.challenge(pages.refused(context, refusal(progress)));
            }
            default -> context.challenge(pages.waiting(context, service, tickets, state));
        }
    }

    private void complete(AuthenticationFlowContext context, Progress progress) {
        try {
            AuthenticationSessionModel browser = context.getAuthenticationSession();
            reception.keep(browser, signIn.prove(desk.readings().collect(progress, desk.realm()), progress, browser));
            context.success();
        } catch (RefusedException refused) {
            fail(context, refused.code());
        } catch (RuntimeException accident) {
            // the type only: a message may quote what was read
            LOG.errorf("accident at sign-in: %s", accident.getClass().getName());
            fail(context, RefusalCode.SERVER_FAILED);
        }
    }

    private void fail(AuthenticationFlowContext context, RefusalCode code) {
        context.getEvent().detail(Details.STEP, "collect").error(code.word());
        context.challenge(pages.refused(context, code));
    }

    /** Back to the service, with why: what the person says, if that can be, or how far the sign-in came. */
    private void leave(AuthenticationFlowContext context, Optional<RefusalCode> said) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        Service service = new Service(browser);
        RefusalCode code = inVain(context, service)
                .or(() -> said.filter(why -> service.level().needsHolder(equipment.policy())))
                .or(() -> Desk.tickets(browser).map(tickets -> left(browser, tickets)))
                .orElse(RefusalCode.READING_CANCELLED);
        Desk.tickets(browser).ifPresent(desk.readings()::leave);
        context.getEvent().detail(Details.STEP, "leave").error(code.word());
        Response toService = serviceError.send(browser, code);
        context.forceChallenge(toService);
    }

    private RefusalCode left(AuthenticationSessionModel browser, Tickets tickets) {
        Optional<Progress> progress = desk.readings().progress(tickets);
        WaitingState state = WaitingState.of(progress, desk.returned(browser, tickets), tickets.expires(), Desk.now());
        return switch (state) {
            case REFUSED, OVER -> refusal(progress);
            case READING -> desk.readings().trouble(tickets).orElse(RefusalCode.READING_CANCELLED);
            // nothing was read yet, or in the end all was
            case WAITING, RETURN, READY -> RefusalCode.READING_CANCELLED;
        };
    }

    private static RefusalCode refusal(Optional<Progress> progress) {
        return progress.flatMap(Progress::refusal).orElse(RefusalCode.READING_UNKNOWN);
    }

    private Tickets begin(AuthenticationFlowContext context, Service service) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        RealmModel realm = context.getRealm();
        Tickets tickets = desk.readings()
                .begin(
                        new Order(
                                realm.getName(),
                                service.clientId(),
                                browser.getTabId(),
                                service.name(pages.locale()),
                                service.claims(),
                                service.level().level().orElseThrow().acr(),
                                "true".equals(realm.getAttribute("tessere.specimen-accepted"))),
                        Desk.now());
        Desk.remember(browser, tickets);
        return tickets;
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, @Nullable UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
