package fr.tessere.keycloak.login;

import fr.tessere.keycloak.reading.Tickets;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.Wording;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.util.LocaleUtil;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The pages a person sees, filled. */
final class Pages {
    private static final String READING = "tessere-reading.ftl";
    private static final String REFUSED = "tessere-refused.ftl";

    private final KeycloakSession session;
    private final Desk desk;

    Pages(KeycloakSession session, Desk desk) {
        this.session = session;
        this.desk = desk;
    }

    /** Two ways to read the chip, or where the reading stands. */
    Response waiting(AuthenticationFlowContext context, Service service, Tickets tickets, WaitingState state) {
        Wording wording = new Wording(locale());
        AuthenticationSessionModel browser = context.getAuthenticationSession();
        String address = desk.addresses().reading(tickets.thisDevice());
        String elsewhere = desk.addresses().reading(tickets.anotherDevice());
        QrCode qr = QrCode.of(elsewhere);
        ReadingPage page = new ReadingPage(
                service.name(locale()),
                service.claims().stream().map(wording::claim).toList(),
                service.level().level().orElseThrow().acr(),
                desk.readerLink(address),
                address,
                elsewhere,
                qr.size(),
                qr.path(),
                desk.shortAddress(),
                tickets.shortCode().shown(),
                tickets.comparisonCode(),
                minutesLeft(tickets),
                statusAddress(browser),
                state.word(),
                trouble(tickets, state));
        Reception reception = Reception.of(session);
        return context.form()
                .setAttribute("reading", page)
                .setAttribute("passkey", reception.passkeyReaches(reception.asked(browser)))
                .setAttribute("ladder", context.getUser() != null)
                .setAttribute("counter", service.level().needsHolder(desk.policy()))
                .setAttribute("myIdentity", desk.myIdentity())
                .createForm(READING);
    }

    /** What the reader last said went wrong beside the card and what to do next, while the card is being read; else empty. */
    String trouble(Tickets tickets, WaitingState state) {
        Wording wording = new Wording(locale());
        return state == WaitingState.READING
                ? desk.readings()
                        .trouble(tickets)
                        .map(code -> wording.happened(code) + " " + wording.next(code))
                        .orElse("")
                : "";
    }

    /** What happened and what to do next, with a way back to the service and, where it makes sense, another try. */
    Response refused(AuthenticationFlowContext context, RefusalCode code) {
        boolean again = code != RefusalCode.LEVEL_NOT_REACHED && code != RefusalCode.HOLDER_NOT_COMPARED;
        return fill(context.form(), code)
                .setAttribute("service", new Service(context.getAuthenticationSession()).name(locale()))
                .setAttribute("again", again)
                .setAttribute("myIdentity", code == RefusalCode.HOLDER_NOT_COMPARED ? desk.myIdentity() : "")
                .createForm(REFUSED);
    }

    /** The same for a browser that has no sign-in of ours; back to the service if it is known which. */
    Response stranger(RefusalCode code, Optional<ClientModel> client) {
        LocaleUtil.processLocaleParam(session, desk.realmModel(), null);
        LoginFormsProvider form = fill(session.getProvider(LoginFormsProvider.class), code)
                .setStatus(Response.Status.FORBIDDEN)
                .setAttribute("again", false);
        client.filter(known -> known.getBaseUrl() != null)
                .ifPresent(known -> form.setAttribute("serviceAddress", known.getBaseUrl())
                        .setAttribute("serviceName", new ServiceName(desk.realmModel(), locale()).of(known)));
        return form.createForm(REFUSED);
    }

    private LoginFormsProvider fill(LoginFormsProvider form, RefusalCode code) {
        return new RefusalText(code, locale(), desk.addresses().help(code)).on(form);
    }

    private String statusAddress(AuthenticationSessionModel browser) {
        return UriBuilder.fromUri(desk.addresses().status())
                .queryParam("client_id", "{client}")
                .queryParam("tab_id", "{tab}")
                .build(browser.getClient().getClientId(), browser.getTabId())
                .toString();
    }

    private static long minutesLeft(Tickets tickets) {
        Instant now = Desk.now();
        return Math.max(
                1, Duration.between(now, tickets.expires()).plusSeconds(30).toMinutes());
    }

    /** The language of the person who is here. */
    Locale locale() {
        return session.getContext().resolveLocale(null);
    }
}
