package fr.tessere.sandbox.client;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import fr.tessere.sandbox.settings.SandboxSettings;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes clients of the sandbox's realm. The realm's own policies decide what is allowed. */
@Component
public final class Registrar {
    /** Clients that one run makes at most: whoever floods the page stops here. */
    static final int MOST = 500;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SandboxSettings settings;
    private final OwnAccess access;
    private final Wire wire;
    private final SecureRandom random;
    private final AtomicInteger made = new AtomicInteger();

    /** One registrar for the whole program. */
    public Registrar(SandboxSettings settings, OwnAccess access, Wire wire, SecureRandom random) {
        this.settings = settings;
        this.access = access;
        this.wire = wire;
        this.random = random;
    }

    /** Makes a client with this name and return address; empty if the server refuses them. */
    public Optional<NewClient> register(String name, String redirect) {
        if (!name.matches("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N} '’.-]{1,59}")
                || redirect.length() > 200
                || made.incrementAndGet() > MOST) {
            return Optional.empty();
        }
        byte[] own = new byte[5];
        random.nextBytes(own);
        String id = "sandbox-" + HexFormat.of().formatHex(own);
        ECKey secret = OwnKey.fresh();
        int status = wire.json(settings.administration("/clients"), access.token(), client(id, name, redirect, secret))
                .status();
        return status == 201 ? Optional.of(new NewClient(id, redirect, inLines(secret))) : Optional.empty();
    }

    /** One member a line: somebody copies it from a page. */
    private static String inLines(ECKey secret) {
        return JSON.readTree(secret.toJSONString()).toPrettyString();
    }

    private static ObjectNode client(String id, String name, String redirect, ECKey secret) {
        ObjectNode client = JSON.createObjectNode();
        client.put("clientId", id)
                .put("name", name)
                .put("protocol", "openid-connect")
                .put("publicClient", false)
                .put("clientAuthenticatorType", "client-jwt")
                .putArray("redirectUris")
                .add(redirect);
        client.putObject("attributes")
                .put("tessere.profile", "standard")
                .put("use.jwks.string", "true")
                .put("jwks.string", new JWKSet(secret).toString(true))
                .put("token.endpoint.auth.signing.alg", "ES256")
                .put("post.logout.redirect.uris", redirect);
        return client;
    }
}
