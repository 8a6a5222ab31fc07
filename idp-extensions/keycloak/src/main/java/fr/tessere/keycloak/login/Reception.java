package fr.tessere.keycloak.login;

import fr.tessere.journal.record.Details;
import fr.tessere.journal.record.Transactions;
import fr.tessere.keycloak.settings.KeyHolder;
import fr.tessere.keycloak.settings.Secret;
import fr.tessere.keycloak.token.IdentityNote;
import fr.tessere.keycloak.token.Methods;
import fr.tessere.protocol.reading.Channel;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.assurance.AssuranceLevel;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What the steps of a sign-in that come behind the reading ask of this room: the document that was proven, the methods
 * that count, refusals in our form, the way back to the service.
 */
public final class Reception {
    /** Note of the authentication session: {@link ProvenDocument#note}. */
    private static final String DOCUMENT = "tessere.document";

    private final KeycloakSession session;
    private final TessereResourceFactory factory;
    private final IdentityNote seal;

    private Reception(KeycloakSession session) {
        this.session = session;
        factory = TessereResourceFactory.of(session);
        seal = new IdentityNote(factory.secret());
    }

    /** That of one request. */
    public static Reception of(KeycloakSession session) {
        return new Reception(session);
    }

    /** The document that was read in this sign-in, if one was, for the browser that may go on with it. */
    public Optional<ProvenDocument> document(AuthenticationSessionModel browser) {
        return Optional.ofNullable(browser.getAuthNote(DOCUMENT))
                .flatMap(note -> ProvenDocument.ofNote(note, seal))
                .filter(document -> mayGoOn(browser, document));
    }

    /** On this device only the browser that opened the return address, in every step behind the reading too. */
    private boolean mayGoOn(AuthenticationSessionModel browser, ProvenDocument document) {
        return !document.citizen().channel().equals(Channel.THIS_DEVICE.word())
                || Desk.tickets(browser)
                        .filter(tickets -> desk().returned(browser, tickets))
                        .isPresent();
    }

    /** Remembers it for the steps that follow. */
    void keep(AuthenticationSessionModel browser, ProvenDocument document) {
        browser.setAuthNote(DOCUMENT, document.note(seal, random()));
    }

    /** This account signs in with this document: who it is goes into the session, sealed, and what was proven to the events. */
    public void admit(AuthenticationFlowContext context, UserModel account, ProvenDocument document) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        browser.setUserSessionNote(IdentityNote.NAME, seal.seal(document.citizen(), account.getId(), random()));
        keep(browser, methods(context).withDocument(document.original(), document.reaches(), now()));
        context.getEvent()
                .detail(Details.PROOF, document.citizen().proof())
                .detail(Details.LEVEL, document.alone().acr())
                .detail(Details.CHANNEL, document.citizen().channel())
                .detail(Details.SIGNER_COUNTRY, document.signer())
                .detail(Details.SPECIMEN, Boolean.toString(document.citizen().specimen()))
                .detail(Details.DOCUMENT, document.digest())
                .detail(Details.RECEIPT, browser.getUserSessionNotes().get(Transactions.RECEIPT_NOTE));
        context.setUser(account);
    }

    /** What was shown in this sign-in, and before it in the session that it renews, unless the service asks for all anew. */
    public Methods methods(AuthenticationFlowContext context) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        String now = browser.getUserSessionNotes().get(Methods.NOTE);
        if (now != null || context.getUser() == null || AuthenticatorUtil.isForcedReauthentication(browser)) {
            return Methods.ofNote(now);
        }
        AuthResult known = AuthenticationManager.authenticateIdentityCookie(session, context.getRealm(), true);
        return known != null && known.user().equals(context.getUser())
                ? Methods.ofNote(known.session().getNote(Methods.NOTE))
                : Methods.NONE;
    }

    /** Remembers what was shown. */
    public void keep(AuthenticationSessionModel browser, Methods methods) {
        browser.setUserSessionNote(Methods.NOTE, methods.note());
    }

    /** The level that the service asks for; the lowest if it names none. */
    public AssuranceLevel asked(AuthenticationSessionModel browser) {
        return new Service(browser).level().level().orElse(AssuranceLevel.EIDAS3);
    }

    /** What was shown before this no longer counts for this level: its age in the flow, from now. */
    public Instant earliest(AuthenticationFlowContext context, AssuranceLevel level) {
        Integer seconds = LoAUtil.getLoaMaxAgesConfiguredInRealmFlow(
                        context.getRealm(), context.getTopLevelFlow().getId())
                .get(level.ordinal() + 1);
        return now().minus(Duration.ofSeconds(seconds == null ? 0 : seconds));
    }

    /** The name of the service, for the person who is here. */
    public String service(AuthenticationSessionModel browser) {
        return new Service(browser).name(locale());
    }

    /** The name of a service, for the person who is here. */
    public String service(ClientModel client) {
        return new ServiceName(session.getContext().getRealm(), locale()).of(client);
    }

    /** Words of the claims that the service receives. */
    public List<String> claims(AuthenticationSessionModel browser) {
        return new Service(browser).claims();
    }

    /** What happened and what to do next, with a way back to the service and, if that makes sense, another try. */
    public Response refused(AuthenticationFlowContext context, RefusalCode code) {
        context.getEvent().error(code.word());
        return new Pages(session, desk()).refused(context, code);
    }

    /** Ends the sign-in: the browser goes back to the service with an OAuth error that carries this code. */
    public void leave(AuthenticationFlowContext context, RefusalCode code) {
        context.getEvent().detail(Details.STEP, "leave").error(code.word());
        context.forceChallenge(
                new ServiceError(session, desk().addresses()).send(context.getAuthenticationSession(), code));
    }

    /** Address of the help page of a code. */
    public String help(RefusalCode code) {
        return desk().addresses().help(code);
    }

    /** The secret of this installation. */
    public Secret secret() {
        return KeyHolder.of(session).secret();
    }

    /** Secure randomness. */
    public SecureRandom random() {
        return factory.equipment().random();
    }

    /** Keycloak's own time. */
    public Instant now() {
        return Desk.now();
    }

    /** The language of the person who is here. */
    public Locale locale() {
        return session.getContext().resolveLocale(null);
    }

    private Desk desk() {
        return new Desk(session, factory.equipment());
    }
}
