package fr.tessere.demo.signin;

import fr.tessere.demo.settings.DemoSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
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
        CheckedPersonService persons =
                new CheckedPersonService(new OidcUserService(), new LevelCheck(settings.level()));
        return http.authorizeHttpRequests(who -> who.requestMatchers("/signed-in")
                        .authenticated()
                        .requestMatchers("/", "/refused", "/jwks", "/look/look.css", "/look/logo.svg", "/error")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(new Strangers()))
                .oauth2Login(login -> login.loginPage("/")
                        .authorizationEndpoint(asking -> asking.authorizationRequestResolver(authorizationRequests))
                        .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(tokenRequests))
                        .userInfoEndpoint(person -> person.oidcUserService(persons))
                        .defaultSuccessUrl("/signed-in", true)
                        .failureHandler(new RefusedSignIn()))
                .logout(logout -> logout.logoutSuccessHandler(signOutAtProviderToo(provider, settings)))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy(settings)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                use -> use.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()")))
                .build();
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
