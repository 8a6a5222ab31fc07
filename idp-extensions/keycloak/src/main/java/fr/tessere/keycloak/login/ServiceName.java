package fr.tessere.keycloak.login;

import fr.tessere.protocol.reading.Limits;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/**
 * What a service is called. A client's name may be {@code ${key}}, Keycloak's own way of naming in several languages;
 * its texts stand in the realm's localization.
 */
final class ServiceName {
    private static final Pattern KEY = Pattern.compile("\\$\\{([^${}]+)}");

    private final RealmModel realm;
    private final Locale locale;

    ServiceName(RealmModel realm, Locale locale) {
        this.realm = realm;
        this.locale = locale;
    }

    /** The name in the person's language, else in the realm's, else the client id. */
    String of(ClientModel client) {
        String given = Optional.ofNullable(client.getName()).orElse("").strip();
        Matcher key = KEY.matcher(given);
        String name = key.matches()
                ? text(locale.getLanguage(), key.group(1))
                        .or(() -> text(realm.getDefaultLocale(), key.group(1)))
                        .orElse("")
                : given;
        String shown = name.isBlank() ? client.getClientId() : name;
        return shown.length() > Limits.TEXT ? shown.substring(0, Limits.TEXT) : shown;
    }

    private Optional<String> text(String language, String key) {
        return Optional.ofNullable(realm.getRealmLocalizationTextsByLocale(language))
                .map(texts -> texts.get(key));
    }
}
