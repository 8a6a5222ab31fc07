package fr.tessere.sandbox.client;

import fr.tessere.sandbox.settings.SandboxSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The right of the sandbox's own account in its realm: to make clients and to name agents. It counts in no other realm. */
@Component
public final class OwnAccess {
    /** The client by which the sandbox acts; it exists in a sandbox realm and nowhere else. */
    public static final String CLIENT = "sandbox-registrar";

    private final SandboxSettings settings;
    private final OwnKey key;
    private final Wire wire;

    /** One for the whole program. */
    public OwnAccess(SandboxSettings settings, OwnKey key, Wire wire) {
        this.settings = settings;
        this.key = key;
        this.wire = wire;
    }

    /** A new access token; empty if the server gives none. */
    String token() {
        Map<String, String> form = new LinkedHashMap<>(key.authentication(CLIENT));
        form.put("grant_type", "client_credentials");
        return wire.form(settings.endpoint("token"), form)
                .json()
                .path("access_token")
                .asString("");
    }
}
