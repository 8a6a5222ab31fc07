package fr.tessere.demo.register;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the register needs of the machine. */
@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
