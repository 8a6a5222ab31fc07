package fr.tessere.demo.signin;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the provider fetches the public part of the client key. */
@RestController
final class ClientKeyAddress {
    private final ClientKey key;

    ClientKeyAddress(ClientKey key) {
        this.key = key;
    }

    @GetMapping(path = "/jwks", produces = "application/json")
    Map<String, Object> publicPart() {
        return key.publicPart();
    }
}
