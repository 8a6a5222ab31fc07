package fr.tessere.citizen.identity;

import fr.tessere.citizen.account.Accounts;
import fr.tessere.citizen.account.HeldDocument;
import fr.tessere.keycloak.login.Reception;
import fr.tessere.keycloak.reading.HandleDigest;
import fr.tessere.keycloak.token.IdentityNote;
import fr.tessere.keycloak.token.SignedInCitizen;
import fr.tessere.protocol.reading.Wording;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.services.managers.UserConsentManager;

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

    Overview(KeycloakSession session, Reception reception, Holder holder) {
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
        return Accounts.of(session).documents(account).stream()
                .map(held -> new Lines.Document(
                        HandleDigest.shown(held.digest()),
                        kind(held.type()),
                        StateName.of(held.issuingState(), locale),
                        time(held.added()),
                        held.state() == HeldDocument.State.BLOCKED,
                        time(held.since())))
                .toList();
    }

    List<Lines.SignIn> history() {
        Wording wording = new Wording(locale);
        Map<String, Lines.Document> documents = documents().stream()
                .collect(Collectors.toMap(Lines.Document::id, Function.identity(), (one, same) -> one));
        return signIns().stream()
                .map(line -> new Lines.SignIn(
                        time(line.at()),
                        service(line.client()),
                        line.level(),
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
        return UserConsentManager.getConsentsStream(session, realm, account)
                .map(consent -> new Lines.Consent(
                        consent.getClient().getClientId(),
                        service(consent.getClient().getClientId()),
                        agreed(consent),
                        time(Instant.ofEpochMilli(Objects.requireNonNullElse(consent.getCreatedDate(), 0L)))))
                .toList();
    }

    private static List<String> agreed(UserConsentModel consent) {
        return consent.getGrantedClientScopes().stream()
                .filter(ClientScopeModel::isDisplayOnConsentScreen)
                .map(ClientScopeModel::getConsentScreenText)
                .sorted()
                .toList();
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
        return account.credentialManager()
                .getStoredCredentialsByTypeStream(WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                .map(one -> new Lines.Passkey(
                        one.getId(),
                        Objects.requireNonNullElse(one.getUserLabel(), ""),
                        time(Instant.ofEpochMilli(Objects.requireNonNullElse(one.getCreatedDate(), 0L)))))
                .toList();
    }

    /** As this session would send it: what the chip's machine readable zone says, letter by letter. */
    List<Lines.Sent> sent() {
        SignedInCitizen citizen = citizen();
        List<Lines.Sent> lines = new ArrayList<>();
        lines.add(new Lines.Sent("family-name", citizen.familyName()));
        lines.add(new Lines.Sent("given-names", citizen.givenNames()));
        lines.add(new Lines.Sent("birth-date", citizen.birthDate().text()));
        lines.add(new Lines.Sent("sex", citizen.sex()));
        lines.add(new Lines.Sent("nationality", StateName.of(citizen.nationality(), locale)));
        return lines;
    }

    SignedInCitizen citizen() {
        return new IdentityNote(reception.secret())
                .open(here.getNote(IdentityNote.NAME), account.getId())
                .orElseThrow();
    }

    /** Word of a kind of document, by the document codes of ICAO 9303-4 to -6. */
    static String kind(String type) {
        if (type.startsWith("P")) {
            return "passport";
        }
        return type.equals("AR") || type.equals("IR") ? "permit" : "card";
    }

    private String service(String clientId) {
        ClientModel client = realm.getClientByClientId(clientId);
        return client == null ? clientId : reception.service(client);
    }

    private String time(Instant at) {
        return time.format(at) + " UTC";
    }
}
