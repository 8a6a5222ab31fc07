package fr.tessere.citizen.identity;

import fr.tessere.citizen.account.Accounts;
import fr.tessere.citizen.account.HeldDocument;
import fr.tessere.citizen.passkey.PasskeyStanding;
import fr.tessere.citizen.passkey.Passkeys;
import fr.tessere.citizen.passkey.Passkeys.Passkey;
import fr.tessere.keycloak.door.Visit;
import fr.tessere.keycloak.login.HolderStanding;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.reading.HandleDigest;
import fr.tessere.keycloak.status.Comparison;
import fr.tessere.keycloak.token.DocumentKind;
import fr.tessere.keycloak.token.IdentityNote;
import fr.tessere.keycloak.token.SignedInCitizen;
import fr.tessere.keycloak.token.StateName;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.Wording;
import fr.tessere.release.answer.OwnClaims;
import fr.tessere.verification.assurance.AssuranceLevel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** What one holder's page shows, in one language. */
final class Overview {
    private static final int HISTORY = 50;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Reception reception;
    private final UserModel account;
    private final UserSessionModel here;
    private final Locale locale;
    private final DateTimeFormatter time;

    Overview(KeycloakSession session, Reception reception, Visit holder) {
        this.session = session;
        this.reception = reception;
        realm = session.getContext().getRealm();
        account = holder.account();
        here = holder.session();
        locale = reception.locale();
        time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneOffset.UTC);
    }

    List<Lines.Document> documents() {
        HolderStanding holder = new HolderStanding(session);
        return Accounts.of(session).documents(account).stream()
                .map(held -> line(held, holder.comparison(account, held.digest())))
                .toList();
    }

    private Lines.Document line(HeldDocument held, Optional<Comparison> comparison) {
        return new Lines.Document(
                HandleDigest.shown(held.digest()),
                DocumentKind.word(held.type()),
                StateName.of(held.issuingState(), locale),
                time(held.added()),
                held.state() == HeldDocument.State.BLOCKED,
                time(held.since()),
                comparison.map(one -> time(one.at())).orElse(""),
                comparison.map(one -> time(one.until())).orElse(""));
    }

    List<Lines.SignIn> history() {
        return shown(signIns());
    }

    /** Lines of the own history, in words. */
    List<Lines.SignIn> shown(List<SignedInLine> lines) {
        Wording wording = new Wording(locale);
        HolderStanding holder = new HolderStanding(session);
        Map<String, Lines.Document> documents = documents().stream()
                .collect(Collectors.toMap(Lines.Document::id, Function.identity(), (one, same) -> one));
        return lines.stream()
                .map(line -> new Lines.SignIn(
                        line.id(),
                        time(line.at()),
                        service(line.client()),
                        line.level(),
                        holder.raised(line.level()),
                        Optional.ofNullable(documents.get(HandleDigest.shown(line.document())))
                                .map(Overview::words)
                                .orElse(""),
                        line.channel(),
                        line.shared().stream().map(wording::claim).toList()))
                .toList();
    }

    List<SignedInLine> signIns() {
        return History.of(session).of(account.getId(), HISTORY, reception.now());
    }

    private static String words(Lines.Document document) {
        return document.type() + " " + document.state();
    }

    List<Lines.Consent> consents() {
        return new Consents(session, reception, account).all(this::time);
    }

    List<Lines.Session> sessions() {
        return session.sessions()
                .getUserSessionsStream(realm, account)
                .map(one -> new Lines.Session(
                        HandleDigest.shown(one.getId()),
                        time(Instant.ofEpochSecond(one.getStarted())),
                        time(Instant.ofEpochSecond(one.getLastSessionRefresh())),
                        one.getAuthenticatedClientSessions().values().stream()
                                .map(client -> service(client.getClient().getClientId()))
                                .sorted()
                                .toList(),
                        one.getId().equals(here.getId())))
                .toList();
    }

    List<Lines.Passkey> passkeys() {
        return new Passkeys(session, account).all().stream().map(this::line).toList();
    }

    private Lines.Passkey line(Passkey passkey) {
        PasskeyStanding standing = new PasskeyStanding(session, account);
        Optional<HeldDocument> document = passkey.kept().flatMap(standing::document);
        return new Lines.Passkey(
                passkey.id(),
                passkey.label(),
                time(passkey.added()),
                document.map(held -> DocumentKind.word(held.type())).orElse(""),
                document.map(held -> StateName.of(held.issuingState(), locale)).orElse(""),
                // the level that every passkey reaches
                standing.refusal(passkey, AssuranceLevel.EIDAS1)
                        .map(RefusalCode::word)
                        .orElse(""));
    }

    /** What this session would send, letter by letter. */
    Lines.Spelling sent() {
        SignedInCitizen citizen = citizen();
        return spelling(citizen, OwnClaims.of(session).in(here, citizen));
    }

    /** The same of what is kept for each passkey, which a sign-in by it sends. */
    List<Lines.Kept> kept() {
        return new Passkeys(session, account)
                .all().stream().flatMap(passkey -> kept(passkey).stream()).toList();
    }

    private Optional<Lines.Kept> kept(Passkey passkey) {
        return passkey.kept()
                .flatMap(kept -> IdentityNote.of(session)
                        .open(kept.identity().sealed(), account.getId())
                        .map(citizen -> new Lines.Kept(
                                passkey.label(),
                                kept.since().toString(),
                                spelling(citizen, OwnClaims.of(session).alone(citizen)),
                                citizen.details().placeOfBirth(),
                                citizen.details().expiry().toString())));
    }

    private Lines.Spelling spelling(SignedInCitizen citizen, List<OwnClaims.Told> told) {
        return new Lines.Spelling(
                time(citizen.at()),
                told.stream()
                        .map(one -> new Lines.Sent(one.claim(), one.value(), one.origin()))
                        .toList());
    }

    private SignedInCitizen citizen() {
        return IdentityNote.of(session).open(here).orElseThrow();
    }

    private String service(String clientId) {
        ClientModel client = realm.getClientByClientId(clientId);
        return client == null ? clientId : reception.service(client);
    }

    private String time(Instant at) {
        return time.format(at) + " UTC";
    }
}
