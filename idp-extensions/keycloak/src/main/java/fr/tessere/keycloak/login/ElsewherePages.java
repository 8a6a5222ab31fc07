package fr.tessere.keycloak.login;

import fr.tessere.keycloak.reading.Reading;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.Wording;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.util.LocaleUtil;

/** The pages of a device on which no sign-in began. */
final class ElsewherePages {
    private final KeycloakSession session;
    private final Desk desk;
    private final Locale locale;

    ElsewherePages(KeycloakSession session, Desk desk) {
        this.session = session;
        this.desk = desk;
        LocaleUtil.processLocaleParam(session, desk.realmModel(), null);
        locale = session.getContext().resolveLocale(null);
    }

    /** A field for the code, and why the last one was none. */
    Response code(Optional<RefusalCode> refusal, Response.Status status) {
        LoginFormsProvider form = form().setAttribute("action", desk.addresses().code());
        refusal.ifPresent(code -> new RefusalText(code, locale, desk.addresses().help(code)).on(form));
        return form.setStatus(status).createForm("tessere-short-code.ftl");
    }

    /** Who asks, a warning, the way to the reader of this device, and the way on in this browser. */
    Response reading(Reading reading, String handle, Optional<URI> home) {
        ClientModel client = desk.realmModel().getClientByClientId(reading.clientId());
        Wording wording = new Wording(locale);
        String address = desk.addresses().reading(handle);
        Asked asked = new Asked(
                client == null ? reading.service() : new ServiceName(desk.realmModel(), locale).of(client),
                reading.claims().stream().map(wording::claim).toList(),
                reading.level(),
                reading.comparisonCode(),
                minutesLeft(reading),
                desk.readerLink(address),
                address,
                home.isPresent() ? address + "/move" : "");
        return form().setAttribute("asked", asked).createForm("tessere-elsewhere.ftl");
    }

    private static long minutesLeft(Reading reading) {
        Instant now = Desk.now();
        return Math.max(
                1, Duration.between(now, reading.expires()).plusSeconds(30).toMinutes());
    }

    private LoginFormsProvider form() {
        return session.getProvider(LoginFormsProvider.class);
    }

    /**
     * What the sign-in on the other device is for. Public, with public accessors, because the template engine asks for
     * that.
     *
     * @param service name of the service
     * @param claims what it asks for, in the person's language
     * @param level the least level
     * @param comparisonCode 4 digits
     * @param minutes whole minutes left, at least 1
     * @param readerLink the reader's page on this machine
     * @param address for a reader in a terminal
     * @param move where the form "go on here" is sent, empty if the service has no page to go to
     */
    public record Asked(
            String service,
            List<String> claims,
            String level,
            String comparisonCode,
            long minutes,
            String readerLink,
            String address,
            String move) {
        public Asked {
            claims = List.copyOf(claims);
        }
    }
}
