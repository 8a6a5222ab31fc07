package fr.tessere.sandbox.page;

import fr.tessere.sandbox.settings.SandboxSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The sandbox has no accounts: whoever reaches it may use it. What a browser may do with its pages is narrow all the same. */
@Configuration(proxyBeanMethods = false)
class Rules {
    @Bean
    SecurityFilterChain chain(HttpSecurity http, SandboxSettings settings) {
        return http.authorizeHttpRequests(who -> who.anyRequest().permitAll())
                .csrf(forms -> forms.ignoringRequestMatchers("/v1/document-status"))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy(settings)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** Nobody signs in here. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("the sandbox has no accounts");
        };
    }

    /** Own content only; forms are answered by redirects to the provider, and form-action covers redirects. */
    private static String policy(SandboxSettings settings) {
        return "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                + "form-action 'self' " + settings.issuerOrigin();
    }
}
