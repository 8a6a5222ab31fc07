package fr.tessere.demo.page;

import fr.tessere.demo.register.RegisterClient;
import fr.tessere.demo.register.RegisterClient.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/** What the register says of the person who is signed in, asked with her own access token. */
@Component
final class RegisteredAddress {
    private static final Answer NOBODY = new Answer(Optional.empty(), Optional.empty());

    private final OAuth2AuthorizedClientRepository clients;
    private final RegisterClient register;

    RegisteredAddress(OAuth2AuthorizedClientRepository clients, RegisterClient register) {
        this.clients = clients;
        this.register = register;
    }

    Answer of(@Nullable OAuth2AuthenticationToken person, HttpServletRequest request) {
        if (person == null) {
            return NOBODY;
        }
        OAuth2AuthorizedClient client =
                clients.loadAuthorizedClient(person.getAuthorizedClientRegistrationId(), person, request);
        return client == null ? NOBODY : register.ask(client.getAccessToken().getTokenValue());
    }
}
