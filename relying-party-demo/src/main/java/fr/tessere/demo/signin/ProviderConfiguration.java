package fr.tessere.demo.signin;

import com.nimbusds.jose.jwk.JWK;
import fr.tessere.demo.settings.DemoSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/** How the provider is asked: addresses, scopes, level, proofs. Nothing here calls the provider. */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {
    /** The provider's name within this service, part of the redirect address that all doors share. */
    static final String PROVIDER = "tessere";

    @Bean
    ClientRegistrationRepository provider(DemoSettings settings) {
        return new InMemoryClientRegistrationRepository(Arrays.stream(Door.values())
                .map(door -> registration(door, settings))
                .toList());
    }

    private static ClientRegistration registration(Door door, DemoSettings settings) {
        return ClientRegistration.withRegistrationId(door.word())
                .clientId(settings.clientId())
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(settings.baseUrl() + "/login/oauth2/code/" + PROVIDER)
                .scope(door.scopes())
                .issuerUri(settings.issuer().toString())
                .authorizationUri(settings.endpoint("auth"))
                .tokenUri(settings.endpoint("token"))
                .jwkSetUri(settings.endpoint("certs"))
                .userInfoUri(settings.endpoint("userinfo"))
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", settings.endpoint("logout")))
                .build();
    }

    /** Adds PKCE with S256 (RFC 7636) and the level of the door. */
    @Bean
    OAuth2AuthorizationRequestResolver authorizationRequests(ClientRegistrationRepository provider) {
        DefaultOAuth2AuthorizationRequestResolver requests = new DefaultOAuth2AuthorizationRequestResolver(provider);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.attributes(
                        known -> request.additionalParameters(extra -> extra.put("acr_values", level(known))))));
        return new RememberedRequests(requests);
    }

    private static String level(Map<String, Object> known) {
        return Door.of(String.valueOf(known.get(OAuth2ParameterNames.REGISTRATION_ID)))
                .orElseThrow()
                .level()
                .word();
    }

    /** Signs a client assertion for each request; its audience is the issuer, as FAPI 2.0 asks. */
    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokenRequests(
            ClientKey key, DemoSettings settings) {
        NimbusJwtClientAuthenticationParametersConverter<OAuth2AuthorizationCodeGrantRequest> assertion =
                new NimbusJwtClientAuthenticationParametersConverter<>(registration -> (JWK) key.forSigning());
        assertion.setJwtClientAssertionCustomizer(context ->
                context.getClaims().audience(List.of(settings.issuer().toString())));
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.addParametersConverter(assertion);
        return client;
    }

    /** Believes ID tokens signed with ES256 and no others, whatever a token's own header says. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens() {
        OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();
        decoders.setJwsAlgorithmResolver(registration -> SignatureAlgorithm.ES256);
        return decoders;
    }
}
