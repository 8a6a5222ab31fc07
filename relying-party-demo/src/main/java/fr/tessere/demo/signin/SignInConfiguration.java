package fr.tessere.demo.signin;

import fr.tessere.demo.settings.DemoSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may see which page, how a sign-in ends, and what a browser is allowed to do with our pages. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {
    @Bean
    SecurityFilterChain rules(
            HttpSecurity http,
            DemoSettings settings,
            ClientRegistrationRepository provider,
            OAuth2AuthorizationRequestResolver authorizationRequests,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokenRequests) {
        return http.authorizeHttpRequests(
                        who -> who.requestMatchers("/", "/refused", "/accessibility", "/jwks", "/error")
                                .permitAll()
                                .requestMatchers("/look/look.css", "/look/logo.svg")
                                .permitAll()
                                .requestMatchers("/form", "/address", "/proxy", "/proxy/confirm", "/api/register")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(new Strangers()))
                .oauth2Login(login -> login.loginPage("/")
                        .authorizationEndpoint(asking -> asking.authorizationRequestResolver(authorizationRequests))
                        .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(tokenRequests))
                        .userInfoEndpoint(person -> person.oidcUserService(persons()))
                        .successHandler(SignInConfiguration::goThroughTheDoor)
                        .failureHandler(new RefusedSignIn()))
                .logout(logout -> logout.logoutSuccessHandler(signOutAtProviderToo(provider, settings)))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy(settings)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                use -> use.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()")))
                .build();
    }

    /** What a scope is about comes from userinfo, whatever its name; the ID token carries who and how. */
    private static CheckedPersonService persons() {
        OidcUserService persons = new OidcUserService();
        persons.setRetrieveUserInfo(request -> true);
        return new CheckedPersonService(persons);
    }

    private static void goThroughTheDoor(
            HttpServletRequest request, HttpServletResponse response, Authentication person) throws IOException {
        String door = ((OAuth2AuthenticationToken) person).getAuthorizedClientRegistrationId();
        response.sendRedirect(
                request.getContextPath() + Door.of(door).orElseThrow().page());
    }

    /** RP-initiated logout (OpenID Connect RP-Initiated Logout 1.0 §2): the provider's session ends as well. */
    private static LogoutSuccessHandler signOutAtProviderToo(
            ClientRegistrationRepository provider, DemoSettings settings) {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(provider);
        handler.setPostLogoutRedirectUri(settings.baseUrl() + "/");
        handler.setDefaultTargetUrl("/");
        return handler;
    }

    /** Own content only. The sign-out form is answered by a redirect to the provider, and form-action covers redirects. */
    private static String policy(DemoSettings settings) {
        return "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                + "form-action 'self' " + settings.issuerOrigin();
    }
}
