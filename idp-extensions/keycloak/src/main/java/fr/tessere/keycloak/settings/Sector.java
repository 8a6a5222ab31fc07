package fr.tessere.keycloak.settings;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.utils.PairwiseSubMapperUtils;

/**
 * The services among which a person has one subject (OpenID Connect Core §8.1): those of one body. A service names its
 * body's sector, a host name, in the attribute {@code tessere.sector}; otherwise the host of its return addresses is it.
 */
public final class Sector {
    /** The client attribute that holds the name. */
    public static final String ATTRIBUTE = "tessere.sector";

    private static final int LONGEST = 253;
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    /** RFC 1123 §2.1, in lower case: two spellings of one host would be two sectors. */
    private static final Pattern HOST = Pattern.compile(LABEL + "([.]" + LABEL + ")*");

    private final String name;

    private Sector(String name) {
        this.name = name;
    }

    /** The sector of this client, for which {@link SectorExecutor} has made sure that it has one. */
    public static Sector of(ClientModel client) {
        return find(client)
                .orElseThrow(() -> new IllegalStateException(
                        "client " + client.getClientId() + ": " + ATTRIBUTE + " is a host name in lower case"));
    }

    /**
     * The sector of this client; empty if it names what is no sector. One without a name and without one host shares with
     * nobody: its own id is its sector.
     */
    static Optional<Sector> find(ClientModel client) {
        String named = client.getAttribute(ATTRIBUTE);
        if (named != null) {
            return named(named);
        }
        return ofHost(client.getRootUrl(), client.getRedirectUris())
                // no host name has a colon
                .or(() -> Optional.of(new Sector("client:" + client.getClientId())));
    }

    /** The sector of this name; empty if it is no host name in lower case of at most 253 characters. */
    static Optional<Sector> named(String name) {
        return name.length() <= LONGEST && HOST.matcher(name).matches()
                ? Optional.of(new Sector(name))
                : Optional.empty();
    }

    /** The one host of these return addresses; empty if there are several, or none. */
    static Optional<Sector> ofHost(@Nullable String root, Collection<String> addresses) {
        return Optional.ofNullable(
                        PairwiseSubMapperUtils.resolveValidSectorIdentifier(root, java.util.Set.copyOf(addresses)))
                .map(Sector::new);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return "Sector[" + name + "]";
    }
}
