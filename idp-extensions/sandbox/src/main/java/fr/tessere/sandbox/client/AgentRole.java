package fr.tessere.sandbox.client;

import fr.tessere.sandbox.settings.SandboxSettings;
import java.net.URI;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes accounts of the sandbox's realm agents at its counter: nobody needs the administration to try {@code eidas3}. */
@Component
public final class AgentRole {
    /** The realm role, as the delivered realm calls it. */
    static final String ROLE = "agent";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SandboxSettings settings;
    private final OwnAccess access;
    private final Wire wire;

    /** One for the whole program. */
    public AgentRole(SandboxSettings settings, OwnAccess access, Wire wire) {
        this.settings = settings;
        this.access = access;
        this.wire = wire;
    }

    /** True if the account with this number is an agent now; false if there is none. */
    public boolean give(String account) {
        if (!account.matches("[A-Za-z0-9-]{1,64}")) {
            return false;
        }
        String token = access.token();
        JsonNode found = wire.get(settings.administration("/users?exact=true&username=" + account), token)
                .json();
        if (!found.isArray() || found.size() != 1) {
            return false;
        }
        String roles = "/users/" + found.get(0).path("id").asString("") + "/role-mappings/realm";
        Optional<JsonNode> missing = named(wire.get(settings.administration(roles + "/available"), token));
        if (missing.isEmpty()) {
            return named(wire.get(settings.administration(roles), token)).isPresent();
        }
        URI mappings = settings.administration(roles);
        return wire.json(mappings, token, JSON.createArrayNode().add(missing.get()))
                        .status()
                == 204;
    }

    private static Optional<JsonNode> named(Wire.Answer roles) {
        return StreamSupport.stream(roles.json().spliterator(), false)
                .filter(role -> role.path("name").asString("").equals(ROLE))
                .findFirst();
    }
}
