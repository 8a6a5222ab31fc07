package fr.tessere.journal.alert;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Tells people of an alert, by the realm's own settings for e-mails, in the realm's first language. No person and no document is named. */
final class AlertMail {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final KeycloakSession session;
    private final RealmModel realm;

    AlertMail(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** True if the server for e-mails took one for each address. */
    boolean send(Alert alert, List<String> addresses) {
        Map<String, String> settings = realm.getSmtpConfig();
        if (settings == null || !settings.containsKey("host") || !settings.containsKey("from")) {
            return false;
        }
        String subject = text("subject", text("rule." + alert.alarm().kind().word()));
        String body = body(alert);
        try {
            for (String address : addresses) {
                session.getProvider(EmailSenderProvider.class).send(settings, address, subject, body, null);
            }
            return true;
        } catch (EmailException notSent) {
            return false;
        }
    }

    private String body(Alert alert) {
        return String.join(
                "\r\n\r\n",
                text("rule." + alert.alarm().kind().word()),
                text("about", alert.alarm().subject()),
                text(
                        "counted",
                        alert.alarm().count(),
                        alert.alarm().first().toString(),
                        alert.alarm().last().toString()),
                text("next", alert.id()));
    }

    private String text(String key, Object... places) {
        Locale locale = Locale.forLanguageTag(realm.getDefaultLocale() == null ? "en" : realm.getDefaultLocale());
        ResourceBundle texts = ResourceBundle.getBundle(
                AlertMail.class.getPackageName() + ".alerts", locale, AlertMail.class.getClassLoader(), NO_FALLBACK);
        return new MessageFormat(texts.getString(key), locale).format(places);
    }
}
