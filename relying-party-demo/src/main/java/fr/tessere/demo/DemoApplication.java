package fr.tessere.demo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the demonstration service. It needs no provider to start: the first sign-in is the first contact. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DemoApplication {
    /** Starts the service; settings come from properties, the environment or the command line. */
    public static void main(String[] args) {
        SpringApplication.run(DemoApplication.class, args);
    }
}
