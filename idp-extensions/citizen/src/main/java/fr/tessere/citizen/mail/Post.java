package fr.tessere.citizen.mail;

import fr.tessere.citizen.account.EmailProofs;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;

/** Sends messages, one of a kind a minute for an account, so that nobody's box is filled by somebody else. */
public final class Post {
    private static final Logger LOG = Logger.getLogger("fr.tessere.mail");
    private static final String TEMPLATE = "tessere-message.ftl";
    private static final long PAUSE_SECONDS = 60;
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final KeycloakSession session;
    private final RealmModel realm;

    public Post(KeycloakSession session) {
        this.session = session;
        realm = session.getContext().getRealm();
    }

    /** True if the operator has told Keycloak how to send e-mails. */
    public boolean open() {
        Map<String, String> settings = realm.getSmtpConfig();
        return settings != null && settings.containsKey("host") && settings.containsKey("from");
    }

    /** True if a message of this kind may go to this account now; it then counts as sent. */
    public boolean turn(UserModel account, Message message) {
        return session.singleUseObjects()
                .putIfAbsent("tessere.mail." + message.key() + "." + account.getId(), PAUSE_SECONDS);
    }

    /** Tells the owner of an account by the confirmed address, if there is one. */
    public void tell(UserModel account, Message message, Object... places) {
        if (open()) {
            EmailProofs.confirmed(account).ifPresent(address -> send(account, address, message, "", places));
        }
    }

    /** The same in a language that is known: the browser of this request is somebody else's, and speaks the language of that person. */
    public void tell(UserModel account, Locale language, Message message) {
        tell(new Reader(account, language), message);
    }

    /** Sends this message with what it is about, a link or a number; false if it could not be sent. */
    public boolean send(UserModel account, String address, Message message, String subject, Object... places) {
        Locale locale = session.getContext().resolveLocale(account);
        ResourceBundle texts = ResourceBundle.getBundle(
                Post.class.getPackageName() + ".mail", locale, Post.class.getClassLoader(), NO_FALLBACK);
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("lines", lines(texts, message, locale, places));
        attributes.put("about", subject);
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(account)
                    .send(texts.getString(message.key() + ".subject"), TEMPLATE, attributes, address);
            return true;
        } catch (EmailException notSent) {
            // its message may quote the address
            LOG.warnf(
                    "an e-mail '%s' was not sent: %s",
                    message.key(), notSent.getClass().getSimpleName());
            return false;
        }
    }

    private static List<String> lines(ResourceBundle texts, Message message, Locale locale, Object... places) {
        List<String> lines = new ArrayList<>();
        for (int i = 1; texts.containsKey(message.key() + "." + i); i++) {
            lines.add(new MessageFormat(texts.getString(message.key() + "." + i), locale).format(places));
        }
        return lines;
    }

    /** An account whose owner reads this language, whatever this request's browser asks for. */
    private static final class Reader extends UserModelDelegate {
        private final Locale language;

        Reader(UserModel account, Locale language) {
            super(account);
            this.language = language;
        }

        @Override
        public @Nullable String getFirstAttribute(String name) {
            return name.equals(UserModel.LOCALE) ? language.toLanguageTag() : super.getFirstAttribute(name);
        }
    }
}
