package fr.tessere.keycloak.login;

import fr.tessere.journal.record.Details;
import fr.tessere.journal.record.Transactions;
import fr.tessere.keycloak.settings.KeyHolder;
import fr.tessere.keycloak.settings.Secret;
import fr.tessere.keycloak.token.IdentityNote;
import fr.tessere.keycloak.token.Method;
import fr.tessere.keycloak.token.Methods;
import fr.tessere.protocol.reading.Channel;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.assurance.AssuranceLevel;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    /** Realm attribute: the highest level that a passkey alone gives. */
    private static final String PASSKEY_LEVEL = "tessere.passkey-level";
    /** Note of the authentication session: {@link ProvenDocument#note}. */
    private static final String DOCUMENT = "tessere.document";
    /** Note of the authentication session: the document that was read before, {@link ProvenDocument#note}. */
    private static final String BEFORE = "tessere.document-before";
    /** Note of the authentication session: word of the refusal that the person read last. */
    private static final String REFUSAL = "tessere.refusal";
    /** Note of the authentication session: what was read before it does not count. */
    private static final String READ_AGAIN = "tessere.read-again";

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

    /** The document that was read before this one, for a person who proves by this one whose that one is. */
    public Optional<ProvenDocument> readBefore(AuthenticationSessionModel browser) {
        return Optional.ofNullable(browser.getAuthNote(BEFORE)).flatMap(note -> ProvenDocument.ofNote(note, seal));
    }

    /** Reads another document; the one that was read is {@link #readBefore} then. */
    public void readAnother(AuthenticationFlowContext context) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        String read = browser.getAuthNote(DOCUMENT);
        readAgain(context, () -> browser.setAuthNote(BEFORE, read));
    }

    /** Remembers it for the steps that follow. */
    void keep(AuthenticationSessionModel browser, ProvenDocument document) {
        browser.setAuthNote(DOCUMENT, document.note(seal, random()));
    }

    /** This account signs in with this document: who it is goes into the session, sealed, and what was proven to the events. */
    public void admit(AuthenticationFlowContext context, UserModel account, ProvenDocument document) {
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        new SessionIdentity(seal.seal(document.citizen(), account.getId(), random()), document.digest()).into(browser);
        keep(browser, methods(context).withDocument(document.original(), document.reaches(), now()));
        Map<String, String> facts = new HashMap<>(Map.of(
                Details.PROOF, document.citizen().proof(),
                Details.LEVEL, document.alone().acr(),
                Details.CHANNEL, document.citizen().channel(),
                Details.SIGNER_COUNTRY, document.signer(),
                Details.SPECIMEN, Boolean.toString(document.citizen().specimen()),
                Details.DOCUMENT, document.digest()));
        Optional.ofNullable(browser.getUserSessionNotes().get(Transactions.RECEIPT_NOTE))
                .ifPresent(receipt -> facts.put(Details.RECEIPT, receipt));
        SignInFacts.keep(context, facts);
        context.setUser(account);
    }

    /** This level is reached, by what was shown beside the document. */
    public void reached(AuthenticationFlowContext context, AssuranceLevel level) {
        SignInFacts.keep(context, Map.of(Details.LEVEL, level.acr()));
    }

    /**
     * A passkey was shown in place of a document: who the document said the person is behind which it was enrolled goes into
     * the session, so that this ends as the document's own do; what is reached, the lowest level, and how go to the events.
     */
    public void passkeyShown(AuthenticationFlowContext context, SessionIdentity who) {
        who.into(context.getAuthenticationSession());
        keep(context.getAuthenticationSession(), methods(context).with(Method.PASSKEY, now()));
        SignInFacts.keep(
                context, Map.of(Details.PROOF, Method.PASSKEY.word(), Details.LEVEL, AssuranceLevel.EIDAS1.acr()));
    }

    /** What was shown in this sign-in, and before it in the session that it renews, unless the service asks for all anew. */
    public Methods methods(AuthenticationFlowContext context) {
        return methods(context.getAuthenticationSession(), context.getUser());
    }

    /** The same for this person in this browser. */
    public Methods methods(AuthenticationSessionModel browser, @Nullable UserModel account) {
        String now = browser.getUserSessionNotes().get(Methods.NOTE);
        if (now != null || AuthenticatorUtil.isForcedReauthentication(browser)) {
            return Methods.ofNote(now);
        }
        return known(browser, account)
                .map(known -> Methods.ofNote(known.session().getNote(Methods.NOTE)))
                .orElse(Methods.NONE);
    }

    /** Who this person is, sealed for the account, and by which document, as the session knows it. */
    public Optional<SessionIdentity> identity(AuthenticationSessionModel browser, UserModel account) {
        return SessionIdentity.of(browser.getUserSessionNotes()::get)
                .or(() -> known(browser, account).flatMap(known -> SessionIdentity.of(known.session()::getNote)));
    }

    private Optional<AuthResult> known(AuthenticationSessionModel browser, @Nullable UserModel account) {
        return account == null
                ? Optional.empty()
                : Optional.ofNullable(
                                AuthenticationManager.authenticateIdentityCookie(session, browser.getRealm(), true))
                        .filter(known -> account.equals(known.user()));
    }

    /** True if a passkey alone gives this level in this realm; {@code eidas1} unless the realm says {@code eidas2}. */
    public boolean passkeyReaches(AssuranceLevel level) {
        String most = session.getContext().getRealm().getAttribute(PASSKEY_LEVEL);
        return level == AssuranceLevel.EIDAS1
                || level == AssuranceLevel.EIDAS2 && AssuranceLevel.EIDAS2.acr().equals(most);
    }

    /** Begins this sign-in anew with a reading, whatever was read before; then this is done. */
    public void readAgain(AuthenticationFlowContext context, Runnable then) {
        context.resetFlow(() -> {
            context.getAuthenticationSession().setAuthNote(READ_AGAIN, READ_AGAIN);
            then.run();
        });
    }

    /** True if the document must be read in this very sign-in. */
    boolean mustRead(AuthenticationSessionModel browser) {
        return browser.getAuthNote(READ_AGAIN) != null;
    }

    /** Remembers what was shown. */
    public void keep(AuthenticationSessionModel browser, Methods methods) {
        browser.setUserSessionNote(Methods.NOTE, methods.note());
    }

    /** The level that the service asks for; the lowest if it names none. */
    public AssuranceLevel asked(AuthenticationSessionModel browser) {
        return new Service(browser).level().level().orElse(AssuranceLevel.EIDAS3);
    }

    /**
     * What was shown before this no longer counts for this level: its age in the flow, from now. The highest level has none,
     * because it counts in its own sign-in alone; what it rests on is as young as for the level below.
     */
    public Instant earliest(AuthenticationFlowContext context, AssuranceLevel level) {
        int number = Math.min(level.ordinal(), AssuranceLevel.EIDAS2.ordinal()) + 1;
        Integer seconds = LoAUtil.getLoaMaxAgesConfiguredInRealmFlow(
                        context.getRealm(), context.getTopLevelFlow().getId())
                .get(number);
        return now().minus(Duration.ofSeconds(seconds == null ? 0 : seconds));
    }

    /** The name of the service, for the person who is here. */
    public String service(AuthenticationSessionModel browser) {
        return new Service(browser).name(locale());
    }

    /** True if the browser sent a form, also one of an earlier step. */
    public boolean isAnswer(AuthenticationFlowContext context) {
        return HttpMethod.POST.equals(context.getHttpRequest().getHttpMethod());
    }

    /** Sends the browser to the page of this step, so that the page is not the answer to a form. */
    public Response turn(AuthenticationFlowContext context) {
        return Response.seeOther(context.getRefreshExecutionUrl())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
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
        if (isAnswer(context)) {
            return turn(context);
        }
        tell(context, code);
        return new Pages(session, desk()).refused(context, code);
    }

    /** A page of the step's own tells this refusal: the event says so, and the service hears of it if the person leaves. */
    public void tell(AuthenticationFlowContext context, RefusalCode code) {
        if (!isAnswer(context)) {
            context.getEvent().error(code.word());
            context.getAuthenticationSession().setAuthNote(REFUSAL, code.word());
        }
    }

    /**
     * Ends the sign-in: the browser goes back to the service with an OAuth error that carries the code of the refusal that the
     * person read last, or else this one.
     */
    public void leave(AuthenticationFlowContext context, RefusalCode otherwise) {
        RefusalCode code = Optional.ofNullable(
                        context.getAuthenticationSession().getAuthNote(REFUSAL))
                .flatMap(RefusalCode::ofWord)
                .orElse(otherwise);
        context.getEvent().detail(Details.STEP, "leave").error(code.word());
        context.forceChallenge(
                new ServiceError(session, desk().addresses()).send(context.getAuthenticationSession(), code));
    }

    /** Address of the help page of a code. */
    public String help(RefusalCode code) {
        return desk().addresses().help(code);
    }

    /** What a page says of a refusal, in the language of the person who is here. */
    public RefusalText text(RefusalCode code) {
        return new RefusalText(code, locale(), help(code));
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
